package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.enrol.journey.RawHttp.Answer;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no browser sends: refused clearly, let in nowhere, and never a fault of ours. */
class BadRequestIT extends ClientTest {

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "BREW", "CONNECT"})
    void methodsOtherThanReadingAndPostingAreNotAllowed(String method) {
        Answer answer = RawHttp.ask(method + " /buyer/create", "Content-Length: 0");

        assertThat(answer.status()).as("%s", answer).isEqualTo(405);
        assertThat(answer.hasLayout()).isTrue();
        assertThat(answer.head()).contains("Allow: GET, HEAD, POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc%2fpasswd", "/..;/WEB-INF/web.xml",
            "/WEB-INF/web.xml", "/WEB-INF%2fweb.xml", "/%57EB-INF/web.xml", "/web-inf/web.xml", "/META-INF/MANIFEST.MF",
            "/WEB-INF/errors/error.xhtml", "/WEB-INF./web.xml", "/buyer/..%5c..%5cWEB-INF/web.xml", "/jakarta.faces.resource/../WEB-INF/web.xml",
            "/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF", "/jakarta.faces.resource/%2e%2e%2fWEB-INF%2fweb.xml.xhtml",
            "/jakarta.faces.resource/web.xml.xhtml?ln=..%2fWEB-INF", "/jakarta.faces.resource/x.xhtml?ln=..%2f..", "/buyer%2fcreate",
            "/buyer%5ccreate", "/nope", "/buyer/create/extra", "/.git/config", "/noconsole.html", "/api", "/admin.jsp"})
    void addressesThatLeadNowhereAreNotFound(String path) {
        Answer answer = RawHttp.ask("GET " + path);

        assertThat(answer.status()).as("%s", answer).isIn(400, 403, 404);
        assertThat(answer.body()).doesNotContain("<web-app", "root:", "Manifest-Version", "[core]");
        assertThat(answer.body()).doesNotContain("Exception: ", "at org.", "at io.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/buyer/create?x=%zz", "/%zz", "/%", "/buyer/create?x=%", "/buyer/create?x=%00", "/%00", "/buyer%00/create",
            "/activate?token=%c0%af", "/activate?token=%ff%fe", "/?lang=%00", "/buyer/create?%00=1", "/sign-in?next=%0d%0aSet-Cookie:x=y",
            "/buyer/create?a=1&a=2", "/sign-in?next=/buyer&next=/admin"})
    void brokenEncodingAndRepeatedParametersAreBadRequestsOrIgnored(String path) {
        Answer answer = RawHttp.ask("GET " + path);

        assertThat(answer.status()).as("%s", answer).isBetween(200, 499).isNotEqualTo(302);
        assertThat(answer.head()).doesNotContain("Set-Cookie: x=y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:80", "localhost", "localhost:1", "127.0.0.1", "", "localhost@evil.example",
            "evil.example#", "a b"})
    void foreignHostIsRefused(String host) {
        Answer answer = RawHttp.send("GET /buyer/create HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.head() + answer.body()).doesNotContain("evil.example");
    }

    @Test
    void traceIsNotAllowedAndEchoesNothing() {
        Answer answer = RawHttp.ask("TRACE /buyer/create", "X-Echo: canary");

        assertThat(answer.status()).as("%s", answer).isEqualTo(405);
        assertThat(answer.body()).doesNotContain("canary");
    }

    @Test
    void publicDoorDoesNotTellWhereManagementIs() {
        assertThat(RawHttp.ask("GET /console").toString()).doesNotContain(System.getProperty("enrol.it.management.port"));
    }

    @Test
    void foreignHostIsNotSentOnToAnyPageOfItsOwn() {
        for (String path : new String[] {"/buyer", "/account/details", "/buyer/create.xhtml", "/buyer/", "/home", "/console"}) {
            Answer answer = RawHttp.send("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
            assertThat(answer.head() + answer.body()).as("%s", answer).doesNotContain("evil.example");
        }
    }

    @Test
    void hostOfTheFirstLineCountsToo() {
        assertThat(RawHttp.ask("GET http://evil.example/buyer/create").status()).isIn(400, 200);
        assertThat(RawHttp.ask("GET http://evil.example/buyer/create").body()).doesNotContain("evil.example");
        assertThat(RawHttp.send("GET / HTTP/1.1\r\nConnection: close\r\n\r\n").status()).as("no host at all").isEqualTo(400);
        assertThat(RawHttp.send("GET / HTTP/1.1\r\nHost: " + RawHttp.host() + "\r\nHost: evil.example\r\nConnection: close\r\n\r\n").status())
                .as("two hosts").isIn(400, 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-Host: evil.example", "X-Host: evil.example", "Forwarded: host=evil.example;proto=https",
            "X-Forwarded-Proto: https", "X-Forwarded-Prefix: /evil", "X-Original-URL: /admin", "X-Rewrite-URL: /admin",
            "X-HTTP-Method-Override: DELETE", "X-Forwarded-Port: 1"})
    void headersThatClaimAnotherPlaceChangeNothing(String header) {
        Answer page = RawHttp.ask("GET /buyer", header);

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.head()).contains("/sign-in?next=%2Fbuyer").doesNotContain("evil").doesNotContain("https");
    }

    @Test
    void hugeBodyIsRefusedBeforeItIsRead() {
        Answer declared = RawHttp.ask("POST /buyer/create", "Content-Type: application/x-www-form-urlencoded", "Content-Length: 300000");
        assertThat(declared.status()).as("%s", declared).isEqualTo(413);
        assertThat(declared.hasLayout()).isTrue();

        Answer chunked = RawHttp.send("POST /buyer/create HTTP/1.1\r\nHost: " + RawHttp.host() + "\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
                + ("10000\r\n" + "a".repeat(0x10000) + "\r\n").repeat(200) + "0\r\n\r\n");
        assertThat(chunked.status()).as("%s", chunked).isIn(0, 400, 403, 413);
    }

    @Test
    void hugeAddressesAndHeadersAreRefused() {
        assertThat(RawHttp.ask("GET /?x=" + "a".repeat(100_000)).status()).isIn(0, 400, 413, 414, 431);
        assertThat(RawHttp.ask("GET /", "Cookie: x=" + "a".repeat(100_000)).status()).isIn(0, 400, 413, 431);
        assertThat(RawHttp.ask("GET /", "Cookie: " + "a=b; ".repeat(2_000)).status()).isIn(0, 200, 400, 413, 431);
        assertThat(RawHttp.ask("GET /?" + "a%5B%5D=1&".repeat(5_000)).status()).isIn(0, 400, 413, 414, 431);
    }

    @Test
    void ambiguousLengthsAreNotReadTwice() {
        Answer both = RawHttp.send("POST /buyer/create HTTP/1.1\r\nHost: " + RawHttp.host() + "\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "0\r\n\r\nGET /admin HTTP/1.1\r\nHost: " + RawHttp.host() + "\r\n\r\n");

        assertThat(both.status()).as("%s", both).isIn(0, 400, 403);
        assertThat(both.body()).doesNotContain("/sign-in?next=%2Fadmin");
    }
}
