package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.enrol.account.model.Role;
import org.enrol.journey.Permissions.Place;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page, and what it answers to whom. */
class RoleMatrixIT extends ClientTest {

    private static final List<String> ROLES = Stream.concat(Stream.of(Permissions.ANYBODY), Stream.of(Role.values()).map(Enum::name)).toList();
    private static final List<String> OWN = List.of("/account", "/account/details", "/account/password", "/account/browsers");
    private static final List<String> STAFF = List.of("ADMINISTRATOR", "SUPPORT", "AUDITOR");

    /** Every page of the site, whoever adds one, as everybody. */
    @Test
    void everyPageOpensForItsRolesAndForNobodyElse() {
        List<Place> places = Permissions.pages(Map.of());
        assertThat(places).hasSizeGreaterThan(20);
        SoftAssertions all = new SoftAssertions();
        for (String role : ROLES) {
            Visitor visitor = role.equals(Permissions.ANYBODY) ? Visitor.fromNewNetwork() : Staff.with(role).visitor();
            for (Place place : places) {
                Page answer = visitor.open(place.address());
                all.assertThat(isLetIn(place, answer)).as("%s as %s: %s", place, role, answer).isEqualTo(place.roles().contains(role));
                all.assertThat(answer.status()).as("%s as %s", place, role).isLessThan(500);
            }
        }
        all.assertAll();
    }

    /** The page itself may still say that it lacks something, as a link. */
    private static boolean isLetIn(Place place, Page answer) {
        boolean sentToSignIn = answer.leadsTo().startsWith("/sign-in") && !place.page().equals("/home");
        return answer.status() != 403 && !sentToSignIn;
    }

    @Test
    void whoeverIsNotSignedInComesBackToThePageAfterwards() {
        Visitor anybody = Visitor.fromNewNetwork();

        assertThat(anybody.open("/home").leadsTo()).isEqualTo("/sign-in");
        Permissions.pages(Map.of()).stream().filter(place -> !place.roles().contains(Permissions.ANYBODY))
                .forEach(place -> assertThat(anybody.open(place.address()).leadsTo()).isEqualTo("/sign-in?next=" + place.page().replace("/", "%2F")));
    }

    @Test
    void eachRoleSeesItsOwnAreaAndNoOther() {
        Map<String, String> answers = new TreeMap<>();
        for (String role : List.of("BUYER", "SUPPLIER", "RESEARCHER", "ADMINISTRATOR", "SUPPORT", "AUDITOR", "STAFF_MANAGER")) {
            Buyer holder = holder(role);
            answers.put(role, holder.visitor().open("/buyer").status() + " " + holder.visitor().open("/admin").status() + " "
                    + holder.visitor().open("/home").leadsTo());
            OWN.forEach(page -> assertThat(holder.visitor().open(page).status()).as("%s %s", role, page).isEqualTo(200));
        }
        assertThat(answers).containsAllEntriesOf(Map.of("BUYER", "200 403 /buyer", "SUPPLIER", "403 403 /account",
                "RESEARCHER", "403 403 /account"));
        STAFF.forEach(role -> assertThat(answers.get(role)).as(role).isEqualTo("403 200 /admin"));
    }

    @Test
    void refusedRoleGetsAPageThatSaysSo() {
        Page refused = Buyer.active().visitor().open("/admin");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.heading()).isEqualTo("You cannot see this page");
        assertThat(refused.hasLayout()).isTrue();
    }

    /** Spellings by which areas behind a container's rules have been entered before. */
    @ParameterizedTest
    @ValueSource(strings = {"/buyer.xhtml", "/admin.xhtml", "/account.xhtml", "/account/details.xhtml", "//buyer", "//admin", "/buyer;x=1", "/admin;x",
            "/;/admin", "/admin/", "/account/", "/%61dmin", "/%62uyer", "/ADMIN", "/Buyer", "/./admin", "/help/../admin", "/help/..;/admin", "/admin%2f",
            "/admin%3bx", "/admin.xhtml;x", "/admin.xhtml/", "/faces/admin.xhtml", "/admin%20", "/admin%00", "/admin.", "/admin/x", "/admin?x=.css",
            "/jakarta.faces.resource/../admin.xhtml", "/jakarta.faces.resource/admin.xhtml", "/account//details", "/account/./password"})
    void noSpellingOfAnAddressLetsAStrangerIn(String path) {
        RawHttp.Answer answer = RawHttp.ask("GET " + path);

        assertThat(answer.status()).as("%s", answer).isNotEqualTo(200).isLessThan(500);
        assertThat(answer.body()).doesNotContain("riverside-museum", "govuk-summary-list", "gov.scot");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin.xhtml", "//admin", "/admin;x=1", "/%61dmin", "/help/../admin", "/admin.xhtml;x", "/admin/", "/account/../admin"})
    void noSpellingOfAnAddressLetsABuyerIntoTheBackOffice(String path) {
        RawHttp.Answer answer = RawHttp.ask("GET " + path, "Cookie: enrol-session=" + Buyer.active().session());

        assertThat(answer.status()).as("%s", answer).isNotEqualTo(200).isLessThan(500);
        assertThat(answer.body()).doesNotContain("riverside-museum", "gov.scot");
    }

    /** Somebody with this role and no other. */
    static Buyer holder(String role) {
        Buyer holder = Buyer.active();
        Rows.change("update account_role set role = ? where account_id = ?", role, holder.accountId());
        return holder;
    }
}
