package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.enrol.launcher.Mail;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;

/** What became of mails, for staff; and sending one again. */
class MessagesIT extends ClientTest {


    private final Staff sue = Staff.with("SUPPORT");

    @Test
    void everyStateOfDeliveryIsShownAndFound() {
        Buyer buyer = Buyer.withLink();
        long mail = mail(buyer.email());

        assertThat(list("address=" + buyer.email().toUpperCase(java.util.Locale.ROOT))).contains(buyer.email(), "Activate your Enrol account", "Sent");
        becomes(mail, "delivered_at = null, next_attempt_at = now() + interval '1 day'");
        assertThat(list("state=WAITING&address=" + buyer.email())).contains(buyer.email());
        becomes(mail, "last_error = 'SMTP 451 4.3.0', attempts = 3");
        assertThat(list("state=RETRYING&address=" + buyer.email())).contains(buyer.email(), "Next attempt", "SMTP 451 4.3.0");
        becomes(mail, "next_attempt_at = null, given_up_at = now()");
        assertThat(list("state=GIVEN_UP&address=" + buyer.email())).contains(buyer.email());
        becomes(mail, "given_up_at = null, last_error = null, delivered_at = now()");
        Rows.change("update ordered_mail set refused_at = now(), refusal = 'SMTP 550 5.1.1' where id = ?", mail);
        assertThat(list("state=REFUSED&address=" + buyer.email())).contains(buyer.email(), "SMTP 550 5.1.1");
        assertThat(list("state=SENT&address=" + buyer.email())).contains("No emails match");
        assertThat(Rows.count("select count(*) from audit_entry where action = 'PERSONAL_DATA_READ' and actor = ? and subject = 'mails'",
                "account:" + sue.id())).as("what was looked for").isEqualTo(6);
    }

    @Test
    void mailsAboutARequestAreFoundByItsReference() {
        String domain = "letters" + sue.id() + ".example";
        Visitor visitor = Visitor.fromNewNetwork();
        visitor.submit(visitor.open("/buyer/request-access").form().with("email", "jo@" + domain).with("name", "Jo Reader")
                .with("organisation", "Town Library").with("job", "Librarian").with("reason", "We lend books to everybody."));

        assertThat(list("reference=" + Rows.one("select lower(reference) from request where target = ?", domain)))
                .contains("jo@" + domain, "We have your request for access");
    }

    @Test
    void aMailThatWasGivenUpIsSentAgainOnceHoweverOftenTheButtonIsPressed() {
        Buyer buyer = Buyer.withLink();
        long mail = mail(buyer.email());
        becomes(mail, "delivered_at = null, given_up_at = now(), last_error = 'no answer'");
        Form send = sue.visitor().open("/admin/message?id=" + mail).formTo("/admin/message");

        List<Page> twice = List.of(sue.visitor().submit(send), sue.visitor().submit(send));

        assertThat(twice).allSatisfy(answer -> assertThat(answer.leadsTo()).contains("sent=true")).extracting(Page::leadsTo).containsOnly(twice.get(0).leadsTo());
        Mails.newestOf(2, buyer.email());
        assertThat(Rows.count("select count(*) from ordered_mail where again_of = ?", mail)).isEqualTo(1);
        assertThat(sue.visitor().open("/admin/message?id=" + mail).words()).contains("has been sent again");
        assertThat(buyer.activates(buyer.link()).leadsTo()).isEqualTo("/buyer");
    }

    @Test
    void aLinkThatIsStillGoodIsRenewedAndTheOldMailNoLongerOpensAnything() {
        Buyer buyer = Buyer.withLink();
        Mail first = Mails.only(buyer.email());
        Rows.letNewestLinkAge(buyer.email(), Duration.ofHours(23));

        sends(mail(buyer.email()));

        Mail second = Mails.newestOf(2, buyer.email());
        Mails.awaitNothingOwed();
        assertThat(Mails.link(second)).isNotEqualTo(Mails.link(first));
        assertThat(Visitor.fromNewNetwork().open(Mails.link(first)).status()).isEqualTo(410);
        Rows.letNewestLinkAge(buyer.email(), Duration.ofHours(23));
        assertThat(buyer.activates(buyer.link()).leadsTo()).as("a whole day more").isEqualTo("/buyer");
    }

    @Test
    void aMailWhoseLinkIsOverIsNotSentAgainButExplained() {
        Buyer buyer = Buyer.withLink();
        long mail = mail(buyer.email());
        Form send = sue.visitor().open("/admin/message?id=" + mail).formTo("/admin/message");
        Rows.letNewestLinkAge(buyer.email(), Duration.ofHours(25));
        assertThat(sue.visitor().open("/admin/message?id=" + mail).words()).contains("its link has expired");
        Rows.letNewestLinkAge(buyer.email(), Duration.ofHours(1));
        buyer.activates(buyer.link());

        Page late = sue.visitor().submit(send);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.words()).contains("opens nothing any more", "its link has been used");
        assertThat(Mails.to(buyer.email())).hasSize(1);
    }

    @Test
    void aMailboxGetsThreeAgainInAnHour() {
        Buyer buyer = Buyer.withLink();
        for (int i = 0; i < 3; i++) {
            sends(mail(buyer.email()));
            Mails.newestOf(i + 2, buyer.email());
            Mails.awaitNothingOwed();
        }

        Page fourth = sue.visitor().submit(sue.visitor().open("/admin/message?id=" + mail(buyer.email())).formTo("/admin/message"));

        assertThat(fourth.status()).isEqualTo(429);
        assertThat(Mails.to(buyer.email())).hasSize(4);
    }

    @Test
    void auditorsReadMailsAndOthersDoNotEvenThat() {
        long mail = mail(Buyer.withLink().email());
        Visitor auditor = Staff.with("AUDITOR").visitor();

        assertThat(auditor.open("/admin/messages").status()).isEqualTo(200);
        Page read = auditor.open("/admin/message?id=" + mail);
        assertThat(read.status()).isEqualTo(200);
        assertThat(Buttons.has(read, "Send again")).isFalse();
        assertThat(Staff.with("STAFF_MANAGER").visitor().open("/admin/messages").status()).isEqualTo(403);
        assertThat(Staff.with("STAFF_MANAGER").visitor().open("/admin/message?id=" + mail).status()).isEqualTo(403);
        assertThat(auditor.open("/admin/message?id=999999999").status()).isEqualTo(404);
    }

    private void sends(long mail) {
        Page sent = sue.visitor().submit(sue.visitor().open("/admin/message?id=" + mail).formTo("/admin/message"));
        assertThat(sent.leadsTo()).as("%s", sent).contains("sent=true");
    }

    private String list(String query) {
        Page page = sue.visitor().open("/admin/messages?" + query);
        assertThat(page.status()).as("%s", page).isEqualTo(200);
        return page.words();
    }

    /** The newest to this address. */
    private static long mail(String address) {
        return Rows.count("select max(id) from ordered_mail where address = ?", address);
    }

    private static void becomes(long mail, String changes) {
        Rows.change("update outbox_message set " + changes + " where id = ?", mail);
    }
}
