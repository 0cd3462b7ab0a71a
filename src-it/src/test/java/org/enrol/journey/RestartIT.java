package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.enrol.launcher.Mail;
import org.enrol.surroundings.ClientTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.as.arquillian.container.ManagementClient;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a start of the application does, and what it leaves alone. */
class RestartIT extends ClientTest {

    private static final String ADMINISTRATOR = "admin@enrol.example";
    private static final Duration LIFETIME = Duration.ofHours(24);

    @ArquillianResource
    private ManagementClient management;
    private List<String> others = List.of();

    @AfterEach
    void otherAdministratorsAreBack() {
        others.forEach(id -> Rows.change("update account set status = 'ACTIVE' where id = ?", Long.valueOf(id)));
    }

    @Test
    void peopleStaySignedInAndLinksStayGoodOverARestart() throws IOException {
        Buyer signedIn = Buyer.active();
        Buyer withLink = Buyer.withLink();
        Page open = withLink.visitor().open(withLink.link());

        restart();

        assertThat(signedIn.isSignedIn()).isTrue();
        assertThat(withLink.visitor().open("/buyer/check-email").words()).contains(withLink.email());
        assertThat(withLink.visitor().submit(withLink.answers(open)).leadsTo()).as("a page from before").isEqualTo("/buyer");
    }

    @Test
    void firstAdministratorIsInvitedOnceAndAgainOnlyWhenTheInvitationHasExpired() throws IOException {
        nobodyIsAdministrator();
        restart();
        Mails.awaitNothingOwed();
        assertThat(Mails.to(ADMINISTRATOR)).as("one invitation is out").hasSize(1);
        assertThat(Rows.count("select count(*) from registration where canonical_email = ?", ADMINISTRATOR)).isEqualTo(1);

        Rows.letNewestLinkAge(ADMINISTRATOR, LIFETIME.plusSeconds(1));
        Rows.letCountersAge(Duration.ofSeconds(31));
        restart();
        Mail invitation = Mails.newestOf(2, ADMINISTRATOR);

        Visitor visitor = Visitor.fromNewNetwork();
        Page offered = visitor.open(Mails.link(invitation));
        Page activated = visitor.submit(offered.form().with("name", "Alex Admin").with("password", Buyer.PASSWORD).ticked("accepted"));
        assertThat(activated.leadsTo()).as("%s", activated).isEqualTo("/admin");
        assertThat(Rows.list("select role from account_role r join account a on a.id = r.account_id where canonical_email = ? order by role",
                ADMINISTRATOR)).as("nobody else could let a second one in").contains("ADMINISTRATOR");
        assertShipped(visitor);
    }

    private static void assertShipped(Visitor administrator) {
        List<String> shipped = Rows.list("select domain from approved_domain where source = 'sample'");
        assertThat(shipped).hasSize(18);
        for (String domain : shipped) {
            assertThat(administrator.open("/admin/domains?part=" + domain).body()).contains(">" + domain + "<");
        }
        assertThat(administrator.open("/admin/domains?part=RIVERSIDE").body()).contains("riverside-museum.example").doesNotContain(">gov.scot<");
        assertThat(administrator.open("/admin/domains?part=%25").body()).contains("No domains match your search");
    }

    /** Whoever other tests made one is so no longer, until this test is over; the one to be invited has done nothing yet. */
    private void nobodyIsAdministrator() {
        others = Rows.list("""
                select a.id from account a join account_role r on r.account_id = a.id
                where r.role = 'ADMINISTRATOR' and a.status = 'ACTIVE' and a.canonical_email <> ?""", ADMINISTRATOR);
        // The database keeps the last one in place.
        Rows.change("alter table account disable trigger account_staff_stays");
        others.forEach(id -> Rows.change("update account set status = 'DEACTIVATED' where id = ?", Long.valueOf(id)));
        Rows.change("alter table account enable trigger account_staff_stays");
        assertThat(Rows.accounts(ADMINISTRATOR)).as("nobody else may activate this one").isZero();
    }

    private void restart() throws IOException {
        ModelNode redeploy = new ModelNode();
        redeploy.get("operation").set("redeploy");
        redeploy.get("address").add("deployment", "enrol.ear");
        ModelNode outcome = management.getControllerClient().execute(redeploy);
        assertThat(outcome.get("outcome").asString()).as("%s", outcome).isEqualTo("success");
    }
}
