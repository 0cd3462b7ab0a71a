package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody who waits for a domain.
 *
 * @param link path of the status page, as the first mail said it
 */
record Waiting(Visitor visitor, String email, String link) {

    private static final AtomicInteger DOMAINS = new AtomicInteger();

    /** A domain that nobody has asked for yet. */
    static String newDomain() {
        return "council" + DOMAINS.incrementAndGet() + ".example";
    }

    /** Asks, and has the mail. */
    static Waiting at(String domain, String name) {
        return at(domain, name, "en");
    }

    static Waiting at(String domain, String name, String language) {
        Visitor visitor = Visitor.fromNewNetwork();
        visitor.bring("lang", language);
        String email = name + "@" + domain;
        ask(visitor, email);
        return new Waiting(visitor, email, Mails.link(Mails.newestOf(1, email)));
    }

    static void ask(Visitor visitor, String email) {
        Page sent = visitor.submit(visitor.open("/buyer/request-access").form().with("email", email).with("name", email.split("@")[0])
                .with("organisation", "Town Library").with("job", "Librarian").with("reason", "We lend books to everybody.").with("evidenceLink", ""));
        assertThat(sent.leadsTo()).as("%s", sent).isEqualTo("/buyer/request-access?sent=true");
    }

    long request() {
        return Rows.count("select request_id from domain_wait where canonical_email = ? order by id desc limit 1", email);
    }

    Page status() {
        return visitor.open(link);
    }

    Page writes(String text) {
        return visitor.submit(status().form().with("message", text));
    }

    Page givesUp() {
        return visitor.submit(visitor.open(link.replace("/buyer/access", "/buyer/access/withdraw")).form());
    }
}
