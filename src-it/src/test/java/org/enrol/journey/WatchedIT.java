package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;

/** What is turned away and what staff look at is in the trail: by whom, from where, and not more often than it helps. */
class WatchedIT extends ClientTest {

    private static final int OFTEN_ENOUGH = 10;

    @Test
    void aFormFromElsewhereIsWrittenDownButNotEveryTime() {
        Visitor stranger = Visitor.fromNewNetwork();
        stranger.open("/buyer/create");

        for (int i = 0; i < OFTEN_ENOUGH + 5; i++) {
            assertThat(stranger.post("/buyer/create", "email=x").status()).isEqualTo(403);
        }

        assertThat(entriesFrom(stranger, "FORM_REFUSED")).hasSize(OFTEN_ENOUGH).containsOnly("visitor page /buyer/create");
    }

    @Test
    void aForeignFormOfSomebodySignedInIsOneEntryWithTheirName() {
        Buyer buyer = Buyer.active();

        assertThat(buyer.visitor().post("/account/details", "name=x").status()).isEqualTo(403);

        assertThat(entriesFrom(buyer.visitor(), "FORM_REFUSED")).containsExactly("account:" + buyer.accountId() + " page /account/details");
        assertThat(entriesFrom(buyer.visitor(), "ACCESS_REFUSED")).isEmpty();
    }

    @Test
    void whoeverTriesTooOftenIsWrittenDown() {
        Visitor crowd = Visitor.fromNewNetwork();
        Page answer = crowd.open("/buyer/request-access");
        for (int i = 0; i < 40 && answer.status() != 429; i++) {
            answer = crowd.submit(AccessRequestIT.filled(crowd, "jo@" + AccessRequestIT.newDomain()));
        }

        assertThat(answer.status()).isEqualTo(429);
        assertThat(entriesFrom(crowd, "THROTTLED")).containsExactly("visitor page /buyer/request-access");
    }

    @Test
    void aListThatStaffSeeIsOneEntryThatSaysWhatWasSearchedAndHowFar() {
        String domain = AccessRequestIT.newDomain();
        AccessRequestIT.asks("jo@" + domain);
        long request = AccessRequestIT.request(domain);
        Staff support = Staff.with("SUPPORT");

        support.visitor().open("/admin/requests?list=ALL&part=" + domain);
        support.visitor().open("/admin/requests?list=ALL&part=" + domain);
        support.visitor().open("/admin/requests?list=ALL&part=nobody-has-this");

        List<String> seen = entriesFrom(support.visitor(), "PERSONAL_DATA_READ");
        assertThat(seen).singleElement().asString().startsWith("account:" + support.id() + " requests ").contains(domain).endsWith(" " + request + "…" + request);
    }

    @Test
    void aRequestThatStaffReadIsWrittenDownWithThePeopleOnIt() {
        String domain = AccessRequestIT.newDomain();
        AccessRequestIT.asks("jo@" + domain);
        long request = AccessRequestIT.request(domain);
        Staff auditor = Staff.with("AUDITOR");

        auditor.visitor().open("/admin/request?id=" + request);

        assertThat(entriesFrom(auditor.visitor(), "PERSONAL_DATA_READ")).contains("account:" + auditor.id() + " request:" + request + " claims");
    }

    /** Actor, subject and detail. */
    private static List<String> entriesFrom(Visitor visitor, String action) {
        return Rows.list("""
                select e.actor || ' ' || e.subject || ' ' || p.detail from audit_entry e join audit_personal p on p.entry_id = e.id
                where p.address = ? and e.action = ? order by e.id""", visitor.address(), action);
    }
}
