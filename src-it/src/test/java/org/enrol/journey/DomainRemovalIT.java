package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.enrol.launcher.Mail;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;

/** A domain is taken out: who is affected is shown first, and what becomes of them is a choice. */
class DomainRemovalIT extends ClientTest {

    private static final int CROWD = 8;

    @Test
    void whoeverHasAnAccountKeepsItAndWhoeverHasOnlyALinkIsStopped() {
        String domain = Domains.approved(true);
        Buyer member = member("member@" + domain);
        Buyer late = new Buyer(Visitor.fromNewNetwork(), "late@mail." + domain, Buyer.PASSWORD);
        late.asksForAnAccount();
        Mails.only(late.email());
        Staff ada = Staff.administrator();

        Page first = ada.visitor().open("/admin/domain/remove?name=" + domain);
        assertThat(first.words()).contains("Accounts: 1. Sign-ups not yet activated: 1.", member.email(), "Robin Heron");
        assertThat(ada.visitor().submit(first.form().with("reason", "")).error("reason")).isEqualTo("Enter a reason");
        assertThat(ada.visitor().submit(Domains.removal(ada, domain, false)).leadsTo()).isEqualTo("/admin/domains?done=removed");

        assertThat(Domains.isApproved(domain)).isFalse();
        assertThat(member.isSignedIn()).isTrue();
        assertThat(late.activates(late.link()).words()).contains("not on our list of public sector organisations");
        assertThat(Rows.accounts(late.email())).isZero();
        assertThat(Rows.one("select p.detail from audit_entry e join audit_personal p on p.entry_id = e.id where action = 'DOMAIN_REMOVED' and subject = ?",
                "domain:" + domain)).contains("organisation: Council; sub-domains: true; source: sample", "reason: The lease of the domain has ended.");
        assertThat(Rows.count("select count(*) from audit_entry e join audit_personal p on p.entry_id = e.id where e.action = 'PERSONAL_DATA_READ'"
                + " and e.actor = ? and e.subject = 'domain-people' and p.detail = ?", "account:" + ada.id(), domain)).isEqualTo(1);
    }

    @Test
    void whatWasTakenOutIsPutBackByTwo() {
        String domain = Domains.approved(false);
        Staff ada = Staff.administrator();
        ada.visitor().submit(Domains.removal(ada, domain, false));

        Page list = ada.visitor().open("/admin/domains");
        assertThat(list.words()).contains("Removed lately", domain, "The lease of the domain has ended.");
        long removal = Rows.count("select id from domain_removal where domain = ?", domain);
        Form again = ada.visitor().open("/admin/domain/add?removal=" + removal).form();
        assertThat(again.value("domain")).isEqualTo(domain);
        assertThat(again.value("organisation")).isEqualTo("Council");
        assertThat(again.fields()).doesNotContainKey("includeSubdomains");
        ada.visitor().submit(again.with("evidence", "The lease goes on."));
        Domains.confirms(Staff.administrator(), Rows.count("select id from domain_proposal where domain = ?", domain));

        assertThat(Rows.one("select organisation || ' ' || include_subdomains from approved_domain where domain = ?", domain)).isEqualTo("Council false");
    }

    @Test
    void whereChosenTheyAreSuspendedButNotStaffNorWhomAnotherEntryCovers() {
        String domain = Domains.approved(true);
        Buyer member = member("member@" + domain);
        Buyer staff = member("staff@" + domain);
        Rows.change("insert into account_role (account_id, role) values (?, 'AUDITOR')", staff.accountId());
        Buyer covered = member("covered@parks." + domain);
        Rows.change("""
                insert into approved_domain (domain, include_subdomains, many_bodies, organisation, source, added_at)
                values (?, true, false, 'Parks', 'sample', now())""", "parks." + domain);
        Staff ada = Staff.administrator();

        ada.visitor().submit(Domains.removal(ada, domain, true));

        Awaitility.await().atMost(Mails.DELIVERY).until(() -> finished(domain));
        Mail told = Mails.newestOf(2, member.email());
        assertThat(told.text()).contains("Your account has been suspended", "The lease of the domain has ended.");
        assertThat(member.isSignedIn()).isFalse();
        assertThat(status(member)).isEqualTo("DEACTIVATED");
        assertThat(status(staff)).isEqualTo("ACTIVE");
        assertThat(covered.isSignedIn()).isTrue();
        assertThat(Rows.count("select count(*) from audit_entry where action = 'BUYER_SUSPENDED' and subject = ?", "account:" + member.accountId()))
                .isEqualTo(1);
        assertThat(ada.visitor().open("/admin/domains").words()).contains("1 account suspended.");
    }

    @Test
    void manyPeopleAreSuspendedInBatches() {
        String domain = Domains.approved(true);
        Rows.change("""
                with people as (
                  insert into account (email, canonical_email, name, language, status, created_at)
                  select 'p' || n || '@' || ?, 'p' || n || '@' || ?, 'Person ' || n, 'en', 'ACTIVE', now() from generate_series(1, 230) n
                  returning id, email, canonical_email)
                insert into registration (kind, role, email, canonical_email, language, visitor, evidence_entry, evidence_body, evidence_organisation,
                  evidence_source, evidence_at, submitted_at, activated_at, account_id)
                select 'BUYER', 'BUYER', email, canonical_email, 'en', sha256(convert_to(email, 'UTF8')), ?, ?, 'Council', 'embedded', now(), now(),
                  now(), id from people""", domain, domain, domain, domain);
        Staff ada = Staff.administrator();

        assertThat(ada.visitor().open("/admin/domain?name=" + domain).words()).contains("Accounts: 230.");
        ada.visitor().submit(Domains.removal(ada, domain, true));

        Awaitility.await().atMost(Mails.DELIVERY).until(() -> finished(domain));
        assertThat(Rows.count("select suspended from domain_removal where domain = ?", domain)).isEqualTo(230);
        assertThat(Rows.count("select count(*) from account where canonical_email like ? and status = 'ACTIVE'", "%@" + domain)).isZero();
    }

    @Test
    void manyWhoRemoveItAtOnceRemoveItOnceAndTheOthersAreTold() throws Exception {
        String domain = Domains.approved(true);
        List<Callable<Page>> removals = IntStream.range(0, CROWD).mapToObj(i -> Staff.administrator()).<Callable<Page>>map(one -> {
            Form form = Domains.removal(one, domain, false);
            return () -> one.visitor().submit(form);
        }).toList();

        List<Page> answers = Together.all(removals);

        assertThat(answers).filteredOn(answer -> answer.status() == 302).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409 && answer.words().contains("already")).hasSize(CROWD - 1);
        assertThat(Rows.count("select count(*) from domain_removal where domain = ?", domain)).isEqualTo(1);
    }

    private static Buyer member(String email) {
        Buyer buyer = new Buyer(Visitor.fromNewNetwork(), email, Buyer.PASSWORD);
        buyer.asksForAnAccount();
        Mails.only(email);
        Page home = buyer.activates(buyer.link());
        assertThat(home.leadsTo()).as("%s", home).isEqualTo("/buyer");
        return buyer;
    }

    private static boolean finished(String domain) {
        return Rows.count("select count(*) from domain_removal where domain = ? and finished_at is not null", domain) == 1;
    }

    private static String status(Buyer buyer) {
        return Rows.one("select status from account where id = ?", buyer.accountId());
    }
}
