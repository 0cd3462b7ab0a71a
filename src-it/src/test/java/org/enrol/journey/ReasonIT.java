package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.enrol.launcher.Mail;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;

/** Reasons to choose from, and what the applicant will read before anybody decides. */
class ReasonIT extends ClientTest {

    private static final String SHIPPED = "select id from canned_reason where action = ? and retired_at is null order by id limit 1";
    private final Staff ada = Staff.administrator();

    @Test
    void chosenReasonIsGivenInTheLanguageOfTheApplicantWhereNothingIsTyped() {
        Waiting ana = Waiting.at(Waiting.newDomain(), "ana", "fr");
        ada.does(ana.request(), "Assign", "", ada.id());
        Page page = page(ana);
        assertThat(page.words()).contains("We found no evidence that the organisation");

        Page done = ada.visitor().submit(Staff.pressed(page, "Reject", " ", 0).with("reason", shipped("REJECT")));

        assertThat(done.status()).as("%s", done).isEqualTo(302);
        assertThat(Mails.newestOf(2, ana.email()).text()).contains("La raison : Nous n’avons trouvé aucune preuve");
        assertThat(ana.status().words()).contains("Nous n’avons trouvé aucune preuve");
    }

    @Test
    void whatWasTypedCountsMoreAndAReasonOfAnotherDecisionIsRefused() {
        Waiting jo = Waiting.at(Waiting.newDomain(), "jo");
        ada.does(jo.request(), "Assign", "", ada.id());

        Page refused = ada.visitor().submit(Staff.pressed(page(jo), "Reject", "", 0).with("reason", shipped("RETURN_TO_AUTHOR")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.error("reason")).contains("Choose a reason that belongs to this decision");
        ada.visitor().submit(Staff.pressed(page(jo), "Reject", "In my own words.", 0).with("reason", shipped("REJECT")));

        assertThat(Mails.newestOf(2, jo.email()).text()).contains("In my own words.").doesNotContain("no evidence");
    }

    @Test
    void previewIsTheMailWordForWordAndDecidesNothing() {
        String domain = Waiting.newDomain();
        Waiting jo = Waiting.at(domain, "jo");
        Waiting.at(domain, "kim");
        Waiting ana = Waiting.at(domain, "ana", "fr");
        ada.does(jo.request(), "Assign", "", ada.id());
        List<String> before = state(jo);

        Page preview = previewed(jo, "REJECT", "A private shop.");

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.words()).contains("Nothing has been decided or sent yet", "To 2 people", "To one person", "La raison : A private shop.");
        assertThat(state(jo)).isEqualTo(before);
        ada.visitor().submit(Staff.pressed(page(jo), "Reject", "A private shop.", 0));
        for (Waiting one : List.of(jo, ana)) {
            Mail sent = Mails.newestOf(2, one.email());
            assertThat(preview.words()).contains(sent.subject()).contains(Page.text(withoutSecretAndTime(sent.text(), one)));
            assertThat(preview.body()).doesNotContain(one.link().split("=")[1]);
        }
    }

    @Test
    void previewRefusesWhatTheDecisionWouldAndSaysWhereNobodyIsWrittenTo() {
        Waiting jo = Waiting.at(Waiting.newDomain(), "jo");
        ada.does(jo.request(), "Assign", "", ada.id());

        assertThat(previewed(jo, "REJECT", " ").error("comment")).isEmpty();
        assertThat(previewed(jo, "REJECT", " ").words()).contains("Enter a reason");
        assertThat(previewed(jo, "RECORD_ADMIN_APPROVAL", "Listed.").words()).contains("Nobody would be written to");
        assertThat(Rows.one("select status from request where id = ?", jo.request())).isEqualTo("ASSIGNED");
    }

    @Test
    void administratorsKeepTheCatalogueAndOthersReadIt() {
        Visitor editor = ada.visitor();
        Form form = editor.open("/admin/reasons").form("reasons");
        Page missing = editor.submit(words(form, "Only in English").with("welsh", " ").with("french", "").with("arabic", null));
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.refusedFields()).containsExactlyInAnyOrder("welsh", "french", "arabic");

        assertThat(editor.submit(words(form, "It is a club of friends.")).leadsTo()).isEqualTo("/admin/reasons?saved=true");
        assertThat(editor.submit(words(form, "It is a club of friends.")).leadsTo()).isEqualTo("/admin/reasons?saved=true");
        long id = Rows.count("select id from canned_reason where english = 'It is a club of friends.'");
        Form change = editor.open("/admin/reasons?id=" + id).form("reasons");
        assertThat(editor.submit(words(change, "It is a private club.").with("retire", null)).status()).isEqualTo(302);
        assertThat(editor.submit(words(change, "It is another club.").with("retire", null)).status()).as("of an older page").isEqualTo(409);
        assertThat(Staff.with("AUDITOR").visitor().open("/admin/reasons").words()).contains("It is a private club.").doesNotContain("Add a reason");

        Form retire = editor.open("/admin/reasons?id=" + id).form("reasons");
        assertThat(editor.submit(words(retire, "It is a private club.").with("save", null)).status()).isEqualTo(302);
        Waiting jo = Waiting.at(Waiting.newDomain(), "jo");
        ada.does(jo.request(), "Assign", "", ada.id());
        assertThat(page(jo).words()).doesNotContain("private club");
        assertThat(Rows.list("select p.detail from audit_entry e join audit_personal p on p.entry_id = e.id where e.subject = ? order by e.id", "reason:" + id))
                .containsExactly("added", "changed", "retired");
        assertThat(Staff.with("STAFF_MANAGER").visitor().open("/admin/reasons").status()).isEqualTo(403);
    }

    private static Form words(Form form, String english) {
        return form.with("english", english).with("welsh", "Cymraeg").with("french", "Français").with("arabic", "عربي")
                .with("type", form.value("id").equals("0") ? "EMAIL_DOMAIN" : null).with("action", form.value("id").equals("0") ? "REJECT" : null);
    }

    private Page previewed(Waiting one, String action, String comment) {
        Form form = Staff.pressed(page(one), "Preview the mail", comment, 0);
        return ada.visitor().submit(form.with("previewed", action));
    }

    private static String withoutSecretAndTime(String text, Waiting one) {
        return text.replace(one.link().split("=")[1], "…").replaceAll("(?s)You may ask again.*", "").replaceAll("(?s)Vous pourrez demander.*", "");
    }

    private static List<String> state(Waiting one) {
        return Rows.list("""
                select r.status || r.version || r.events || (select count(*) from request_event e where e.request_id = r.id)
                || (select count(*) from outbox_message) || (select count(*) from audit_entry where subject = 'request:' || r.id and action = 'REQUEST_CHANGED')
                from request r where r.id = ?""", one.request());
    }

    private Page page(Waiting one) {
        return ada.visitor().open("/admin/request?id=" + one.request());
    }

    private static String shipped(String action) {
        return Rows.one(SHIPPED, action);
    }
}
