package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;

/** What a request's page tells of its history: who did what and why, which mails it caused, and what happened behind one's back. */
class RequestHistoryIT extends ClientTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger DOMAINS = new AtomicInteger();

    @Test
    void eachEventShowsItsReasonAndTheMailsThatItCausedWithWhatBecameOfThem() {
        long request = askedFor("jo");
        Staff ada = Staff.administrator();
        ada.does(request, "Assign", "I know them.", ada.id());
        ada.does(request, "Reject", "A private shop, not a public body.", 0);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ada.visitor().open("/admin/request?id=" + request).words())
                .containsPattern("Handed to the staff · The applicant[^·]*· Awaiting pickup\\s+Sent")
                .containsPattern("Assigned to " + ada.name() + " · " + ada.name() + "[^·]*· Assigned\\s+Note for staff: I know them\\.")
                .containsPattern("Rejected · " + ada.name() + "[^·]*· Closed\\s+A private shop, not a public body\\.\\s+Sent"));
    }

    @Test
    void whoeverIsSecondSeesWhatHappenedMeanwhile() {
        long request = askedFor("jo");
        Staff ada = Staff.administrator();
        Staff ben = Staff.administrator();
        Page seen = ada.visitor().open("/admin/request?id=" + request);
        ben.does(request, "Assign", "", ben.id());

        Page second = ada.visitor().submit(Staff.pressed(seen, "Assign", "", ada.id()));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.words()).containsPattern("What happened since you opened this page\\s+Assigned to " + ben.name() + " · " + ben.name());
    }

    @Test
    void theRecordToPrintHoldsEveryStepAndIsItselfInTheTrail() {
        long request = askedFor("jo");
        Staff ada = Staff.administrator();
        ada.does(request, "Assign", "", ada.id());
        ada.does(request, "Reject", "A private shop.", 0);

        Page record = ada.visitor().open("/admin/request/record?id=" + request);

        assertThat(record.words()).contains("Decision record", "Town Library", "Rejected", "A private shop.", "by " + ada.name());
        assertThat(Rows.count("""
                select count(*) from audit_entry e join audit_personal p on p.entry_id = e.id where e.action = 'PERSONAL_DATA_READ'
                and e.subject = ? and p.detail = 'record'""", "request:" + request)).isEqualTo(1);
        assertThat(Staff.with("STAFF_MANAGER").visitor().open("/admin/request/record?id=" + request).status()).isEqualTo(403);
    }

    private static long askedFor(String person) {
        String domain = "reading" + DOMAINS.incrementAndGet() + ".example";
        Visitor visitor = Visitor.fromNewNetwork();
        visitor.submit(visitor.open("/buyer/request-access").form().with("email", person + "@" + domain).with("name", "Jo Reader")
                .with("organisation", "Town Library").with("job", "Librarian").with("reason", "We lend books to everybody."));
        return Rows.count("select id from request where target = ?", domain);
    }
}
