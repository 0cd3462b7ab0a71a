package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.enrol.launcher.Mail;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;

/** A domain that nobody knows: asked for by people who work there, decided by two administrators, told to everybody who waits. */
class AccessRequestIT extends ClientTest {

    private static final int CROWD = 64;
    private static final AtomicInteger DOMAINS = new AtomicInteger();

    @Test
    void twoAdministratorsLetADomainInAndEverybodyWhoWaitsIsToldToRegister() throws Exception {
        String domain = newDomain();
        asks("jo@" + domain);
        asks("kim@" + domain);
        long request = request(domain);
        Staff ada = Staff.administrator();
        Staff ben = Staff.administrator();

        assertThat(ada.visitor().open("/admin/requests?list=UNASSIGNED&part=" + domain).words()).contains(domain);
        assertDone(ada.does(request, "Assign", "", ada.id()));
        assertDone(ada.does(request, "Approve", "It is on the list of public bodies.", 0));
        assertDone(ada.does(request, "Start", "A second person has to confirm.", 0));
        assertDone(ada.does(request, "Assign", "", ben.id()));
        assertDone(ben.does(request, "Complete", "Confirmed by telephone.", 0));
        assertThat(ben.visitor().open("/admin/request/record?id=" + request).words()).doesNotContain("Not decided yet");

        for (String person : List.of("jo@" + domain, "kim@" + domain)) {
            Mail told = Mails.newestOf(2, person);
            assertThat(told.text()).contains("/buyer/create");
            assertThat(Visitor.fromNewNetwork().open(Mails.link(Mails.to(person).get(1))).words()).contains("has been approved");
        }
        Buyer jo = new Buyer(Visitor.fromNewNetwork(), "jo@" + domain, Buyer.PASSWORD);
        jo.asksForAnAccount();
        Mails.newestOf(3, jo.email());
        Page offered = jo.visitor().open(jo.link());
        assertThat(offered.form().value("organisation")).isEqualTo("Town Library");
        assertThat(jo.visitor().submit(jo.answers(offered)).leadsTo()).isEqualTo("/buyer");
        assertThat(Rows.list("select number || ' ' || action || ' ' || to_status from request_event where request_id = ? order by number", request))
                .containsExactly("1 CREATE DRAFT", "2 REQUEST_SUBMISSION_APPROVAL AWAITING_PICKUP", "3 ASSIGN ASSIGNED",
                        "4 RECORD_ADMIN_APPROVAL APPROVED_PENDING", "5 SCHEDULE APPROVED_IN_PROGRESS", "6 ASSIGN APPROVED_IN_PROGRESS",
                        "7 COMPLETE COMPLETE_AWAITING_ACKNOWLEDGEMENT");
    }

    @Test
    void whoApprovedCannotCompleteNeitherOnThePageNorInTheDatabase() {
        String domain = newDomain();
        asks("jo@" + domain);
        long request = request(domain);
        Staff ada = Staff.administrator();
        ada.does(request, "Assign", "", ada.id());
        ada.does(request, "Approve", "Listed.", 0);
        ada.does(request, "Start", "Going on.", 0);

        Page alone = ada.visitor().open("/admin/request?id=" + request);
        assertThat(alone.words()).contains("Another administrator has to complete it");
        Page forced = ada.visitor().submit(Staff.pressed(alone, "Complete", "Me again.", 0));

        assertThat(forced.status()).isNotEqualTo(302);
        assertThat(status(request)).isEqualTo("APPROVED_IN_PROGRESS");
        assertThatThrownBy(() -> Rows.change("update request set completed_by = approved_by where id = ?", request))
                .hasStackTraceContaining("request_four_eyes");
    }

    @Test
    void aRejectedPersonLearnsTheReasonAndMayAskAgain() {
        String domain = newDomain();
        asks("jo@" + domain);
        long request = request(domain);
        Staff ada = Staff.administrator();
        ada.does(request, "Assign", "", ada.id());

        Page unexplained = ada.does(request, "Reject", " ", 0);
        assertThat(unexplained.status()).isEqualTo(422);
        assertThat(unexplained.words()).contains("Enter a reason");
        assertDone(ada.does(request, "Reject", "A private shop, not a public body.", 0));

        assertThat(Mails.newestOf(2, "jo@" + domain).text()).contains("A private shop, not a public body");
        Rows.change("update request set changed_at = changed_at - interval '31 days' where id = ?", request);
        asks("jo@" + domain);
        assertThat(Rows.count("select count(*) from request where target = ?", domain)).isEqualTo(2);
    }

    @Test
    void askingTwiceIsOneRequestAndWhatIsWrongComesBackAtItsField() {
        String domain = newDomain();
        asks("jo@" + domain);
        asks("JO@" + domain.toUpperCase(java.util.Locale.ROOT));

        assertThat(Rows.count("select count(*) from request where target = ?", domain)).isEqualTo(1);
        assertThat(Rows.count("select count(*) from domain_wait where canonical_email = ?", "jo@" + domain)).isEqualTo(1);
        Visitor visitor = Visitor.fromNewNetwork();
        Page refused = visitor.submit(visitor.open("/buyer/request-access").form().with("email", "jo@" + domain));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.refusedFields()).containsExactly("name", "organisation", "job", "reason");
        Page personal = visitor.submit(filled(visitor, "jo@gmail.com"));
        assertThat(personal.error("email")).contains("personal email");
        Page known = visitor.submit(filled(visitor, "jo@hmrc.gov.uk"));
        assertThat(known.words()).contains("approved already");
    }

    @Test
    void sixtyFourAtOnceTakeARequestOnceAndTheOthersAreTold() throws Exception {
        String domain = newDomain();
        asks("jo@" + domain);
        long request = request(domain);
        List<Staff> staff = IntStream.range(0, 8).mapToObj(i -> Staff.administrator()).toList();
        List<Callable<Page>> presses = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            Staff one = staff.get(i % staff.size());
            Form form = Staff.pressed(one.visitor().open("/admin/request?id=" + request), "Assign", "", one.id());
            presses.add(() -> one.visitor().submit(form));
        }

        List<Page> answers = all(presses);

        assertThat(answers).filteredOn(answer -> answer.status() == 302).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(CROWD - 1);
        assertThat(Rows.count("select count(*) from request_event where request_id = ? and action = 'ASSIGN'", request)).isEqualTo(1);
    }

    @Test
    void onlyStaffReadRequestsAndOnlyAdministratorsDecide() {
        String domain = newDomain();
        asks("jo@" + domain);
        long request = request(domain);

        assertThat(Visitor.fromNewNetwork().open("/admin/request?id=" + request).leadsTo()).startsWith("/sign-in");
        assertThat(Buyer.active().visitor().open("/admin/request?id=" + request).status()).isEqualTo(403);
        Page auditor = Staff.with("AUDITOR").visitor().open("/admin/request?id=" + request);
        assertThat(auditor.status()).isEqualTo(200);
        assertThat(auditor.words()).contains("nothing you can do");
        assertThat(Staff.administrator().visitor().open("/admin/request?id=999999999").status()).isEqualTo(404);
    }

    static String newDomain() {
        return "library" + DOMAINS.incrementAndGet() + ".example";
    }

    static void asks(String email) {
        Visitor visitor = Visitor.fromNewNetwork();
        Page sent = visitor.submit(filled(visitor, email));
        assertThat(sent.leadsTo()).as("%s", sent).isEqualTo("/buyer/request-access?sent=true");
        assertThat(visitor.follow(sent).heading()).isEqualTo("We have your request");
    }

    static Form filled(Visitor visitor, String email) {
        return visitor.open("/buyer/request-access").form().with("email", email).with("name", "Jo Reader").with("organisation", "Town Library")
                .with("job", "Librarian").with("reason", "We lend books to everybody.").with("evidenceLink", "https://example.org/list");
    }

    static long request(String domain) {
        return Rows.count("select id from request where target = ? and status <> 'CLOSED'", domain);
    }

    private static String status(long request) {
        return Rows.one("select status from request where id = ?", request);
    }

    private static void assertDone(Page answer) {
        assertThat(answer.leadsTo()).as("%s", answer).startsWith("/admin/request?id=");
    }

    private static List<Page> all(List<Callable<Page>> presses) throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(presses.size());
        try {
            List<Page> answers = new ArrayList<>();
            for (Future<Page> answer : crowd.invokeAll(presses)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            crowd.shutdown();
        }
    }
}
