package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

/** Domains, and what people and staff do about them. */
final class Domains {

    private static final AtomicInteger NAMES = new AtomicInteger();

    private Domains() {
    }

    /** A domain that nobody has used yet. */
    static String unknown() {
        return "council" + NAMES.incrementAndGet() + ".example";
    }

    /** An entry of the registry, made in the table. */
    static String approved(boolean includesSubdomains) {
        String domain = unknown();
        Rows.change("""
                insert into approved_domain (domain, include_subdomains, many_bodies, organisation, source, added_at)
                values (?, ?, false, 'Council', 'sample', now())""", domain, includesSubdomains);
        return domain;
    }

    static boolean isApproved(String domain) {
        return Rows.count("select count(*) from approved_domain where domain = ?", domain) == 1;
    }

    /** The answer to somebody who asks for the domain of their address. */
    static Page asks(String email, String organisation) {
        Visitor visitor = Visitor.fromNewNetwork();
        return visitor.submit(visitor.open("/buyer/request-access").form().with("email", email).with("name", "Jo Reader")
                .with("organisation", organisation).with("job", "Clerk").with("reason", "We buy for the town."));
    }

    /** Somebody waits from now on. @return the request's number */
    static long waits(String email) {
        Page sent = asks(email, "Town Council");
        assertThat(sent.leadsTo()).as("%s", sent).isEqualTo("/buyer/request-access?sent=true");
        return Rows.count("select max(request_id) from domain_wait where canonical_email = ?", email);
    }

    /** One administrator approves, the next one has only to complete. */
    static void approved(long request, Staff first, Staff second) {
        first.does(request, "Assign", "", first.id());
        first.does(request, "Approve", "It is on the list of public bodies.", 0);
        first.does(request, "Start", "A second person has to confirm.", 0);
        first.does(request, "Assign", "", second.id());
    }

    static Form proposal(Visitor visitor, String domain) {
        return visitor.open("/admin/domain/add").form().with("domain", domain).with("organisation", "Town Council").ticked("includeSubdomains")
                .with("evidence", "https://example.org/list");
    }

    /** @return the proposal's number */
    static long proposes(Staff staff, String domain) {
        Page proposed = staff.visitor().submit(proposal(staff.visitor(), domain));
        assertThat(proposed.leadsTo()).as("%s", proposed).startsWith("/admin/domain/proposal?id=");
        return Long.parseLong(proposed.leadsTo().replaceAll("\\D+", ""));
    }

    /** The form of a proposal with one of its buttons pressed. */
    static Form pressed(Staff staff, long proposal, String button, String reason) {
        Form form = staff.visitor().open("/admin/domain/proposal?id=" + proposal).form();
        return form.with(button.equals("confirm") ? "decline" : "confirm", null).with("reason", reason);
    }

    static Page confirms(Staff staff, long proposal) {
        return staff.visitor().submit(pressed(staff, proposal, "confirm", ""));
    }

    static Form removal(Staff staff, String domain, boolean suspending) {
        Form form = staff.visitor().open("/admin/domain/remove?name=" + domain).form().with("reason", "The lease of the domain has ended.");
        return suspending ? form.ticked("suspend") : form;
    }
}
