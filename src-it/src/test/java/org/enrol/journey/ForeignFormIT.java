package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms that were not sent from one of our pages by the visitor they were given to. */
class ForeignFormIT extends ClientTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "%%%", "'; drop table account; --"})
    void formWithoutAGoodTokenIsRefusedAndNothingHappens(String token) {
        Visitor visitor = Visitor.fromNewNetwork();
        String address = Buyer.newAddress();

        Page refused = visitor.submit(visitor.open("/buyer/create").form().with("email", address).with("_csrf", token));

        assertRefused(refused, address);
    }

    @Test
    void formWithoutATokenOrWithSomebodyElsesOrWithoutTheCookieIsRefused() {
        Visitor visitor = Visitor.fromNewNetwork();
        String address = Buyer.newAddress();
        Form form = visitor.open("/buyer/create").form().with("email", address);

        assertRefused(visitor.submit(form.with("_csrf", null)), address);
        String foreign = Visitor.fromNewNetwork().open("/buyer/create").form().value("_csrf");
        assertRefused(visitor.submit(form.with("_csrf", foreign)), address);
        assertRefused(Visitor.fromNewNetwork().submit(form), address);
        assertThat(visitor.submit(form).status()).as("the same, as it should be").isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site", "Sec-Fetch-Site, none", "Origin, https://evil.example",
        "Origin, http://localhost", "Origin, http://localhost.evil.example"})
    void postThatTheBrowserSaysComesFromElsewhereIsRefused(String header, String value) {
        Visitor visitor = Visitor.fromNewNetwork();
        String address = Buyer.newAddress();
        Form form = visitor.open("/buyer/create").form().with("email", address);

        Page refused = visitor.send(visitor.request("/buyer/create").header("Content-Type", FORM).header(header, value)
                .POST(BodyPublishers.ofString(form.encoded())));

        assertRefused(refused, address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/../buyer/create", "/api/..;/buyer/create", "/api/%2e%2e/buyer/create", "/api/..%2fbuyer/create",
        "/api;/../buyer/create", "/api//../../buyer/create", "/jakarta.faces.resource/..;/buyer/create", "/buyer/create;x=/api/", "//buyer/create"})
    void detourThroughAnotherAreaDoesNotSaveTheToken(String path) {
        Visitor visitor = Visitor.fromNewNetwork();
        String address = Buyer.newAddress();
        String body = visitor.open("/buyer/create").form().with("email", address).with("_csrf", null).encoded();

        RawHttp.Answer answer = RawHttp.ask("POST " + path, List.of("Content-Type: " + FORM,
                "Cookie: enrol=" + visitor.cookie("enrol").orElseThrow(), "Content-Length: " + body.length()), body);

        assertThat(answer.status()).as("%s", answer).isBetween(400, 499);
        assertNothingKept(address);
    }

    /** Faces would take it for a form that was handed in, and everybody knows the state of a stateless view. */
    @Test
    void linkThatPressesAButtonIsRefusedAndNothingHappens() {
        Buyer buyer = Buyer.active();
        Form form = buyer.visitor().open("/account/details").form().with("name", "Somebody Else");

        for (Form link : List.of(form, form.with("_csrf", null))) {
            Page refused = buyer.visitor().open("/account/details?" + link.encoded());
            assertThat(refused.status()).as("%s", refused).isEqualTo(403);
            assertThat(refused.heading()).isEqualTo("We could not accept this form");
        }
        Page office = Staff.administrator().visitor().open("/admin/calendar?remove=2027-12-27&jakarta.faces.ViewState=1:1");
        assertThat(office.status()).isEqualTo(403);
        assertThat(Rows.one("select name from account where id = ?", buyer.accountId())).isEqualTo("Robin Heron");
    }

    @Test
    void signInAndSignOutAreProtectedToo() {
        Buyer buyer = Buyer.active();
        Visitor visitor = Visitor.fromNewNetwork();

        assertThat(visitor.submit(visitor.open("/sign-in").form().with("email", buyer.email()).with("password", buyer.password())
                .with("_csrf", null)).status()).isEqualTo(403);
        assertThat(buyer.visitor().post("/sign-out", "").status()).isEqualTo(403);
        assertThat(buyer.isSignedIn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", "application/xml", "multipart/form-data", "multipart/form-data; boundary=x", "nonsense",
            "application/x-www-form-urlencoded; charset=nonsense", "application/x-www-form-urlencoded; charset=UTF-16"})
    void bodyThatIsNoFormIsRefused(String type) {
        Visitor visitor = Visitor.fromNewNetwork();
        String address = Buyer.newAddress();
        Form form = visitor.open("/buyer/create").form().with("email", address);

        Page refused = visitor.send(visitor.request("/buyer/create").header("Content-Type", type)
                .POST(BodyPublishers.ofString(form.encoded())));

        assertThat(refused.status()).as("%s", refused).isBetween(400, 499);
        assertThat(refused.hasLayout()).isTrue();
        assertNothingKept(address);
    }

    @Test
    void formAsPartsIsRefusedBecauseNoPageSendsAny() {
        Visitor visitor = Visitor.fromNewNetwork();
        String address = Buyer.newAddress();
        StringBuilder parts = new StringBuilder();
        visitor.open("/buyer/create").form().with("email", address).fields().forEach((name, value) -> parts
                .append("--x\r\nContent-Disposition: form-data; name=\"").append(name).append("\"\r\n\r\n").append(value).append("\r\n"));

        Page refused = visitor.send(visitor.request("/buyer/create").header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(parts + "--x--\r\n")));

        assertRefused(refused, address);
    }

    @Test
    void sameFieldTwiceIsRefused() {
        Visitor visitor = Visitor.fromNewNetwork();
        String address = Buyer.newAddress();
        Form form = visitor.open("/buyer/create").form().with("email", address);

        Page refused = visitor.post("/buyer/create", form.encoded() + "&" + Form.pair("email", "other@cabinetoffice.gov.uk"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.hasLayout()).isTrue();
        assertNothingKept(address);
    }

    private static void assertRefused(Page refused, String address) {
        assertThat(refused.status()).as("%s", refused).isEqualTo(403);
        assertThat(refused.heading()).isEqualTo("We could not accept this form");
        assertThat(refused.hasLayout()).isTrue();
        assertNothingKept(address);
    }

    private static void assertNothingKept(String address) {
        assertThat(Rows.count("select count(*) from registration where canonical_email = ?", address)).isZero();
    }
}
