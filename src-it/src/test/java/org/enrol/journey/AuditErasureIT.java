package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.enrol.journey.TrailCopy.Verdict;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;

/** What the trail keeps of somebody whose account is closed is erased, and the trail stays whole and tells of it. */
class AuditErasureIT extends ClientTest {

    @Test
    void whatIdentifiesAPersonIsErasedAndNothingElse() throws SQLException {
        Staff administrator = Staff.administrator();
        Buyer buyer = Buyer.active();
        Buyer other = Buyer.active();
        Rows.change("update account set status = 'DEACTIVATED' where id = ?", buyer.accountId());
        awaitSealed();

        Page done = administrator.visitor().submit(form(administrator, Long.toString(buyer.accountId())));

        assertThat(done.leadsTo()).matches("/admin/audit\\?erased=[1-9]\\d*");
        assertThat(administrator.visitor().follow(done).words()).contains("Erased. Entries concerned: ");
        assertThat(kept(buyer)).isEmpty();
        assertThat(kept(other)).isNotEmpty();
        assertThat(Rows.list("select actor from audit_entry where action = 'PERSONAL_DATA_ERASED' and subject in (?, ?) order by id",
                subject(buyer), signUp(buyer))).containsExactly("account:" + administrator.id(), "account:" + administrator.id());
        awaitSealed();
        assertTellsOfItAndOfNothingElse(other);
    }

    @Test
    void neitherWhoeverCanStillSignInIsErasedNorStaffNorAnybodyUnknown() {
        Staff administrator = Staff.administrator();
        Buyer buyer = Buyer.active();
        Staff suspended = Staff.with("SUPPORT");
        Rows.change("update account set status = 'DEACTIVATED' where id = ?", suspended.id());

        for (String account : List.of("account:" + buyer.accountId(), "account:" + suspended.id(), "999999999", "", "nobody")) {
            Page refused = administrator.visitor().submit(form(administrator, account));
            assertThat(refused.status()).as("%s", refused).isEqualTo(409);
            assertThat(refused.error("account")).isEqualTo("There is no closed account with this number");
        }
        assertThat(kept(buyer)).isNotEmpty();
    }

    @Test
    void anAuditorIsNotOfferedIt() {
        assertThat(Staff.with("AUDITOR").visitor().open("/admin/audit").body()).doesNotContain("eraseAccount");
    }

    private static void assertTellsOfItAndOfNothingElse(Buyer other) throws SQLException {
        try (TrailCopy trail = new TrailCopy()) {
            Verdict whole = trail.verify(Map.of(), List.of());
            assertThat(whole.words()).contains("INTACT").doesNotContain("erased personal part 0;");
            long entry = trail.number("select min(id) from audit_entry where subject = '" + signUp(other) + "'");
            trail.change("delete from audit_personal where entry_id = " + entry);
            assertThat(trail.verify(Map.of(), List.of()).words()).contains("PERSONAL_MISSING: Entry " + entry + ":");
        }
    }

    private static Form form(Staff administrator, String account) {
        return administrator.visitor().open("/admin/audit").forms().stream().filter(form -> form.id().equals("e")).findFirst().orElseThrow()
                .with("account", account);
    }

    /** What is kept of a person: addresses and details. */
    private static List<String> kept(Buyer buyer) {
        return Rows.list("""
                select p.address || ' ' || p.detail from audit_personal p join audit_entry e on e.id = p.entry_id
                where e.action <> 'PERSONAL_DATA_ERASED' and (e.subject in (?, ?) or e.actor = ?)""", subject(buyer), signUp(buyer), subject(buyer));
    }

    private static String subject(Buyer buyer) {
        return "account:" + buyer.accountId();
    }

    private static String signUp(Buyer buyer) {
        return "registration:" + Rows.count("select id from registration where account_id = ?", buyer.accountId());
    }

    private static void awaitSealed() {
        Awaitility.await("everything sealed").atMost(Duration.ofSeconds(30)).until(() -> Rows.count("select count(*) from audit_unsealed") == 0);
    }
}
