package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees the trail, what they see, and what is written down about it. */
class AuditPageIT extends ClientTest {

    @ParameterizedTest
    @ValueSource(strings = {"/admin/audit", "/admin/audit.xhtml", "/admin/audit.csv"})
    void onlyAuditorsAndAdministratorsSeeTheTrail(String path) {
        Buyer support = staff("SUPPORT");

        assertThat(support.visitor().open(path).status()).isEqualTo(403);
        assertThat(Visitor.fromNewNetwork().open(path).leadsTo()).startsWith("/sign-in");
        assertThat(Rows.count("select count(*) from audit_entry where action = 'ACCESS_REFUSED' and actor = ?", actor(support))).isPositive();
        assertThat(staff("ADMINISTRATOR").visitor().open("/admin/audit").status()).isEqualTo(200);
    }

    @Test
    void aFilterStandsInTheAddress() {
        Buyer auditor = staff("AUDITOR");
        Buyer buyer = Buyer.active().elsewhere();

        Page page = auditor.visitor().open("/admin/audit?action=SIGNED_IN&actor=" + actor(buyer));

        assertThat(page.body()).contains("<span dir=\"ltr\">" + actor(buyer) + "</span>").doesNotContain("<span dir=\"ltr\">" + actor(auditor) + "</span>");
    }

    @Test
    void personalDetailsAreShownOnlyOnDemandAndThatIsWrittenDownOnce() {
        Buyer auditor = staff("AUDITOR");
        Visitor stranger = Visitor.fromNewNetwork();
        stranger.submit(stranger.open("/forgotten-password").form().with("email", "stranger@cabinetoffice.gov.uk"));

        Page without = auditor.visitor().open("/admin/audit?action=PASSWORD_RESET_ASKED");
        Page with = auditor.visitor().open("/admin/audit?action=PASSWORD_RESET_ASKED&personal=true");
        auditor.visitor().open("/admin/audit?action=PASSWORD_RESET_ASKED&personal=true");

        assertThat(without.body()).doesNotContain("stranger@cabinetoffice.gov.uk").doesNotContain(stranger.address());
        assertThat(with.body()).contains("stranger@cabinetoffice.gov.uk").contains(stranger.address());
        assertThat(Rows.list("""
                select p.detail from audit_entry e join audit_personal p on p.entry_id = e.id
                where e.action = 'PERSONAL_DATA_READ' and e.actor = ?""", actor(auditor)))
                .containsExactly("action=PASSWORD_RESET_ASKED personal=yes");
    }

    @Test
    void theExportIsAFileForSpreadsheetsAndItselfWrittenDown() {
        Buyer auditor = staff("AUDITOR");

        Page file = auditor.visitor().open("/admin/audit.csv?actor=" + actor(auditor));

        assertThat(file.header("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(file.header("Content-Disposition")).contains("attachment; filename=\"enrol-audit.csv\"");
        assertThat(file.body()).startsWith("\uFEFF\"id\",\"at\",\"action\",\"actor\",\"subject\",\"request\",\"sealed\"\r\n");
        assertThat(file.body()).contains("\"AUDIT_EXPORTED\",\"" + actor(auditor) + "\",\"audit\"").endsWith("\r\n");
        assertThat(Rows.list("select p.detail from audit_entry e join audit_personal p on p.entry_id = e.id where e.action = 'AUDIT_EXPORTED' and e.actor = ?",
                actor(auditor))).containsExactly("actor=" + actor(auditor));
    }

    @Test
    void whatStrangersTypedIsNoFormula() {
        Buyer auditor = staff("AUDITOR");
        Visitor stranger = Visitor.fromNewNetwork();
        stranger.submit(stranger.open("/forgotten-password").form().with("email", "=1+1@cabinetoffice.gov.uk"));
        stranger.submit(stranger.open("/forgotten-password").form().with("email", "-1@cabinetoffice.gov.uk"));

        String file = auditor.visitor().open("/admin/audit.csv?personal=true&action=PASSWORD_RESET_ASKED").body();

        assertThat(file).contains(",\"'-1@cabinetoffice.gov.uk\"\r\n").doesNotContainPattern("\"[=+@-]");
    }

    @Test
    void theExportGoesOnPastOnePiece() {
        addLinesThatAreNeverSealed(2500);
        try {
            String file = staff("AUDITOR").visitor().open("/admin/audit.csv?subject=padding%3A1").body();

            assertThat(file.lines().skip(1)).hasSize(2500).doesNotHaveDuplicates();
        } finally {
            Rows.change("delete from audit_entry where subject = 'padding:1'");
        }
    }

    /** Or the trail would be broken for good when they are taken away again. */
    private static void addLinesThatAreNeverSealed(int lines) {
        Rows.change("alter table audit_entry disable trigger audit_entry_await_seal");
        Rows.change("""
                insert into audit_entry (at, action, actor, subject, request)
                select now(), 'MAIL_REFUSED', 'system', 'padding:1', '' from generate_series(1, ?)""", lines);
        Rows.change("alter table audit_entry enable trigger audit_entry_await_seal");
    }

    private static Buyer staff(String role) {
        Buyer person = Buyer.active();
        Rows.change("insert into account_role (account_id, role) values (?, ?)", person.accountId(), role);
        return person;
    }

    private static String actor(Buyer person) {
        return "account:" + person.accountId();
    }
}
