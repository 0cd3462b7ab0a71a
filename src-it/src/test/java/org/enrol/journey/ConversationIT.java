package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.enrol.launcher.Mail;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;

/** What staff and applicants tell each other, and what those who wait for the same thing do not learn of each other. */
class ConversationIT extends ClientTest {

    private final String domain = Waiting.newDomain();
    private final Staff ada = Staff.administrator();

    @Test
    void messageToOneApplicantIsMailedToThemAndHiddenFromTheOthers() {
        Waiting jo = Waiting.at(domain, "jo");
        Waiting kim = Waiting.at(domain, "kim");

        Page sent = ada.visitor().submit(written(jo.request(), "Which building is it?", applicant(jo), "say-send"));

        assertThat(sent.leadsTo()).startsWith("/admin/request?id=" + jo.request());
        Mail told = Mails.newestOf(2, jo.email());
        assertThat(told.text()).contains("Which building is it?").contains(jo.link());
        assertThat(jo.status().words()).contains("Which building is it?");
        assertThat(kim.status().words()).doesNotContain("building");
        Mails.awaitNothingOwed();
        assertThat(Mails.to(kim.email())).hasSize(1);
        jo.writes("The old mill.");
        assertThat(kim.status().words()).doesNotContain("mill");
        assertThat(ada.visitor().open("/admin/request?id=" + jo.request()).words()).contains("Which building is it?", "The old mill.", "→ jo");
    }

    @Test
    void messageToAllReachesEverybodyInTheirLanguageButNobodyWhoCameLater() {
        Waiting jo = Waiting.at(domain, "jo");
        Waiting ana = Waiting.at(domain, "ana", "fr");

        ada.visitor().submit(written(jo.request(), "We are a little late.", "", "say-send"));

        assertThat(Mails.newestOf(2, jo.email()).subject()).contains("A message about your request");
        assertThat(Mails.newestOf(2, ana.email()).subject()).contains("Un message sur votre demande");
        assertThat(Waiting.at(domain, "late").status().words()).doesNotContain("a little late");
    }

    @Test
    void noteIsForStaffAlone() {
        Waiting jo = Waiting.at(domain, "jo");
        Staff sue = Staff.with("SUPPORT");
        Page page = sue.visitor().open("/admin/request?id=" + jo.request());
        assertThat(page.body()).doesNotContain("say-send");

        Page kept = sue.visitor().submit(page.form("say").with("message", "She rang us twice."));

        assertThat(kept.leadsTo()).startsWith("/admin/request");
        assertThat(jo.status().words()).doesNotContain("rang us");
        assertThat(ada.visitor().open("/admin/request?id=" + jo.request()).words()).contains("She rang us twice.", "Note for staff");
        assertThat(Staff.with("AUDITOR").visitor().open("/admin/request?id=" + jo.request()).body()).contains("rang us").doesNotContain("say-note");
        Mails.awaitNothingOwed();
        assertThat(Mails.to(jo.email())).hasSize(1);
        assertThatThrownBy(() -> Rows.change("""
                insert into request_message (request_id, at, author, by_staff, note, text, form) values (?, now(), 'link:1', false, true, 'x', 'x')""",
                jo.request())).hasStackTraceContaining("request_message_note_by_staff");
    }

    @Test
    void oneAnswerToAQuestionIsEnoughAndTheOthersDoNotReadIt() {
        Waiting jo = Waiting.at(domain, "jo");
        Waiting kim = Waiting.at(domain, "kim");
        ada.does(jo.request(), "Assign", "", ada.id());
        ada.does(jo.request(), "Return to the applicant", "Who pays for the library?", 0);

        assertThat(Mails.newestOf(2, kim.email()).text()).contains("Who pays for the library?").contains(kim.link());
        assertThat(kim.status().words()).contains("We have a question.", "Who pays for the library?");
        Page answered = kim.writes("The town council does.");

        assertThat(kim.visitor().follow(answered).words()).contains("We have your message.", "The town council does.", "We are checking");
        assertThat(status(jo)).isEqualTo("AWAITING_PICKUP");
        assertThat(jo.status().words()).contains("We are checking", "We went on checking").doesNotContain("council does", "kim");
        assertThat(Rows.one("select actor like 'link:%' from request_event where request_id = ? and action = 'REOPEN'", jo.request())).isEqualTo("t");
    }

    @Test
    void answersOfAllAtOnceAreKeptAndTheRequestGoesOnOnce() {
        List<Waiting> people = Stream.of("jo", "kim", "lee", "max").map(name -> Waiting.at(domain, name)).toList();
        ada.does(people.get(0).request(), "Assign", "", ada.id());
        ada.does(people.get(0).request(), "Return to the applicant", "Who pays?", 0);

        List<Page> answers = IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> people.get(i % people.size()).writes("Answer " + i)))
                .toList().stream().map(CompletableFuture::join).toList();

        assertThat(answers).allMatch(answer -> answer.status() == 302);
        assertThat(Rows.count("select count(*) from request_message where request_id = ?", people.get(0).request())).isEqualTo(16);
        assertThat(Rows.count("select count(*) from request_event where request_id = ? and action = 'REOPEN'", people.get(0).request())).isEqualTo(1);
    }

    @Test
    void formThatIsSentTwiceIsOneMessage() {
        Waiting jo = Waiting.at(domain, "jo");
        Form form = jo.status().form().with("message", "Only once, please.");

        List<Page> answers = Stream.of(1, 2, 3).map(i -> CompletableFuture.supplyAsync(() -> jo.visitor().submit(form))).toList().stream()
                .map(CompletableFuture::join).toList();

        assertThat(answers).allMatch(answer -> answer.leadsTo().equals(answers.get(0).leadsTo()) && answer.status() == 302);
        assertThat(Rows.count("select count(*) from request_message where request_id = ?", jo.request())).isEqualTo(1);
        assertThat(jo.writes(" ").error("message")).isEqualTo("Enter a message");
        assertThat(jo.writes("x".repeat(2001)).error("message")).contains("2,000 characters");
    }

    @Test
    void whoWritesTooOftenHasToWait() {
        Waiting jo = Waiting.at(domain, "jo");
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            answers.add(jo.writes("Hurry up " + i).status());
        }

        assertThat(answers.subList(0, 20)).containsOnly(302);
        assertThat(answers.get(20)).isEqualTo(429);
        assertThat(Rows.count("select count(*) from request_message where request_id = ?", jo.request())).isEqualTo(20);
    }

    @Test
    void whoGivesUpLeavesTheOthersWaitingAndTheLastOneEndsTheRequest() {
        Waiting jo = Waiting.at(domain, "jo");
        Waiting kim = Waiting.at(domain, "kim");

        Page gone = jo.givesUp();

        assertThat(jo.visitor().follow(gone).words()).contains("You have withdrawn your request").doesNotContain("Send message");
        assertThat(status(kim)).isEqualTo("AWAITING_PICKUP");
        ada.visitor().submit(written(kim.request(), "Still there?", "", "say-send"));
        Mails.newestOf(2, kim.email());
        Mails.awaitNothingOwed();
        assertThat(Mails.to(jo.email())).hasSize(1);
        assertThat(jo.status().words()).doesNotContain("Still there?");
        Page office = ada.visitor().open("/admin/request?id=" + kim.request());
        assertThat(office.words()).contains("Has withdrawn");
        assertThat(office.body()).contains(">kim</option>").doesNotContain(">jo</option>");

        kim.givesUp();
        assertThat(Rows.one("select status || ' ' || outcome from request where id = ?", kim.request())).isEqualTo("CLOSED WITHDRAWN");
        assertThat(Rows.one("select count(*) from request_event where request_id = ? and action = 'CLOSE' and actor like 'link:%'", kim.request()))
                .isEqualTo("1");
    }

    @Test
    void bothLastOnesGiveUpAtOnceAndTheRequestEndsOnce() {
        Waiting jo = Waiting.at(domain, "jo");
        Waiting kim = Waiting.at(domain, "kim");

        List<Page> answers = Stream.of(jo, kim).map(one -> CompletableFuture.supplyAsync(one::givesUp)).toList().stream()
                .map(CompletableFuture::join).toList();

        assertThat(answers).allMatch(answer -> answer.status() == 302);
        assertThat(status(jo)).isEqualTo("CLOSED");
    }

    @Test
    void whoHadGivenUpMayAskAgain() {
        Waiting jo = Waiting.at(domain, "jo");
        Waiting.at(domain, "kim");
        jo.givesUp();
        Rows.letCountersAge(Duration.ofMinutes(1));

        Waiting.ask(jo.visitor(), jo.email());

        assertThat(Mails.link(Mails.newestOf(2, jo.email()))).isEqualTo(jo.link());
        assertThat(jo.status().words()).contains("We are checking");
    }

    @Test
    void rejectedPersonReadsTheReasonAndFromWhenToAskAgainAndAStrangerReadsNothing() {
        Waiting jo = Waiting.at(domain, "jo");
        Form early = jo.status().form().with("message", "But we are public!");
        ada.does(jo.request(), "Assign", "", ada.id());
        ada.does(jo.request(), "Reject", "A private shop.", 0);

        assertThat(jo.status().words()).contains("We could not approve your organisation", "A private shop.", "You may ask again from");
        assertThat(jo.visitor().submit(early).status()).isEqualTo(409);

        Rows.letCountersAge(Duration.ofMinutes(1));
        Visitor stranger = Visitor.fromNewNetwork();
        Waiting.ask(stranger, jo.email());
        assertThat(Mails.newestOf(3, jo.email()).text()).contains("You may ask again from", jo.link());
        assertThat(Rows.count("select count(*) from request where target = ?", domain)).isEqualTo(1);

        Rows.change("update request set changed_at = changed_at - interval '31 days' where id = ?", jo.request());
        Rows.letCountersAge(Duration.ofMinutes(1));
        Waiting.ask(stranger, jo.email());
        assertThat(Rows.count("select count(*) from request where target = ?", domain)).isEqualTo(2);
    }

    @Test
    void linkThatIsNotGoodOpensNothing() {
        Waiting jo = Waiting.at(domain, "jo");
        Form form = jo.status().form().with("message", "x");

        assertThat(jo.visitor().submit(form.with("token", "x")).status()).isEqualTo(400);
        assertThat(Visitor.fromNewNetwork().submit(form).status()).as("form of another browser").isEqualTo(403);
        assertThat(jo.visitor().open("/buyer/access/withdraw?token=x").status()).isEqualTo(400);
    }

    private Form written(long request, String text, String recipient, String button) {
        Form form = ada.visitor().open("/admin/request?id=" + request).form("say").with("message", text).with("recipient", recipient);
        return form.with(button.equals("say-send") ? "say-note" : "say-send", null);
    }

    private static String applicant(Waiting one) {
        return Rows.one("select id from domain_wait where canonical_email = ?", one.email());
    }

    private static String status(Waiting one) {
        return Rows.one("select status from request where id = ?", one.request());
    }
}
