package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people and machines type into fields: refused with a message, kept as typed, shown without effect. */
class BadInputIT extends ClientTest {

    private static final String SCRIPT = "\"><script>alert(1)</script>";

    /** No e-mail address, but nothing that could not be typed. */
    static Stream<String> noAddresses() {
        return Stream.of("robin", "robin@", "@gov.uk", "robin@gov", "a@b@c.gov.uk ,", "robin@gov..uk", "robin@-gov.uk", "robin heron@gov.uk",
                SCRIPT, SCRIPT + "@gov.uk", "' or '1'='1", "'; drop table account; --@gov.uk", "robin@gov.uk'--", "${7*7}#{7*7}",
                "#{facesContext}", "\u202Ekuf@gov.uk", "robin@gov.uk\u202E", "\uD83D\uDE00@gov.uk", "robin@\uD83D\uDE00", "\u0631\u0648\u0628\u0646@gov.uk",
                "r".repeat(65) + "@gov.uk", "r@" + "g".repeat(64) + ".uk", "r@" + "gov.".repeat(80) + "uk", "r".repeat(2_000), "r".repeat(100_000),
                "robin@[127.0.0.1]", "robin@127.0.0.1", "\"robin\"@gov.uk", "robin@gov.uk\tcc@gov.uk", "robin@gov.uk, other@gov.uk",
                "\u200Brobin@gov.uk", "robin\uFEFF@gov.uk", "robin@gov\u00ADuk", "../../etc/passwd", "%00", "&lt;b&gt;@gov.uk", "robin@xn--.gov.uk");
    }

    @ParameterizedTest
    @MethodSource("noAddresses")
    void whatIsNoAddressComesBackAsTypedWithAMessage(String typed) {
        for (String path : new String[] {"/buyer/create", "/forgotten-password", "/sign-in"}) {
            Visitor visitor = Visitor.fromNewNetwork();
            Form form = visitor.open(path).form().with("email", typed);

            Page refused = visitor.submit(path.equals("/sign-in") ? form.with("password", "x") : form);

            assertThat(refused.status()).as("%s %s", path, refused).isEqualTo(422);
            assertThat(refused.hasLayout()).isTrue();
            assertThat(refused.error("email")).isNotEmpty();
            assertThat(refused.form().value("email")).isEqualTo(typed);
            assertThat(refused.body()).doesNotContain("<script>alert").doesNotContain("\"4949\"");
        }
    }

    /** What no keyboard makes. */
    static Stream<String> unprintable() {
        return Stream.of("a\u0000b", "\u0001", "robin\u0007@gov.uk", "robin@gov.uk\u0085", "\u009F", "robin\u001B[2J@gov.uk", "\u007F");
    }

    @ParameterizedTest
    @MethodSource("unprintable")
    void controlCharactersAreABadRequestWithAPage(String typed) {
        Visitor visitor = Visitor.fromNewNetwork();

        Page refused = visitor.submit(visitor.open("/buyer/create").form().with("email", typed));

        assertThat(refused.status()).as("%s", refused).isEqualTo(400);
        assertThat(refused.heading()).isEqualTo("There was a problem with your answers");
        assertThat(refused.hasLayout()).isTrue();
    }

    @Test
    void bytesThatAreNoTextAreABadRequest() {
        Visitor visitor = Visitor.fromNewNetwork();
        Form form = visitor.open("/buyer/create").form();

        for (String bytes : new String[] {"%ff%fe%fd", "%c3%28", "%ed%a0%80", "%f0%28%8c%28", "%80"}) {
            Page refused = visitor.post("/buyer/create", form.with("email", null).encoded() + "&email=" + bytes);
            assertThat(refused.status()).as(bytes).isEqualTo(400);
            assertThat(refused.hasLayout()).isTrue();
        }
    }

    @Test
    void lineBreaksInAnAddressNeverReachAMail() {
        Visitor visitor = Visitor.fromNewNetwork();

        for (String typed : new String[] {"robin@gov.uk\r\nBcc: all@gov.uk", "robin@gov.uk\nSubject: x", "robin\r\n@gov.uk"}) {
            assertThat(visitor.submit(visitor.open("/buyer/create").form().with("email", typed)).status()).isEqualTo(422);
        }
        assertThat(Mails.to("all@gov.uk")).isEmpty();
    }

    /** Name, and whether people are called so. */
    @Test
    void namesOfAllScriptsAreKeptAndShownWithoutEffect() {
        for (String name : new String[] {"<b>Robin</b>" + SCRIPT, "Robert'); drop table account; --", "\u0631\u0648\u0628\u0646 \u0627\u0644\u062D\u0633\u0646",
            "\uD83D\uDC69\u200D\uD83D\uDCBB Robin", "O\u2019Brien-Smith & Sons", "#{7*7} ${7*7}", "\u5F35\u5049", "N".repeat(255)}) {
            Buyer buyer = Buyer.withLink();

            Page activated = buyer.visitor().submit(buyer.answers(buyer.visitor().open(buyer.link())).with("name", name));

            assertThat(activated.leadsTo()).as("%s %s", name, activated).isEqualTo("/buyer");
            Page home = buyer.visitor().follow(activated);
            assertThat(home.body()).doesNotContain("<script>alert");
            assertThat(Page.unescaped(home.body())).contains("Welcome, " + name);
            assertThat(Rows.one("select name from account where id = ?", buyer.accountId())).isEqualTo(name);
        }
    }

    @Test
    void namesThatBreakLinesOrTurnTextAroundAreRefusedAtTheirField() {
        Buyer buyer = Buyer.withLink();
        Form form = buyer.answers(buyer.visitor().open(buyer.link()));

        for (String name : new String[] {"Robin\r\nHeron", "Robin\u202Enoreh", "Robin\u2066x", "Robin\u2028Heron", "Robin\tHeron"}) {
            Page refused = buyer.visitor().submit(form.with("name", name));
            assertThat(refused.status()).as("%s", refused).isEqualTo(422);
            assertThat(refused.error("name")).startsWith("Remove the characters that cannot be typed");
        }
        assertThat(buyer.visitor().submit(form.with("name", "N".repeat(256))).error("name")).contains("255 characters or fewer");
        assertThat(buyer.visitor().submit(form.with("organisation", "N".repeat(5_000))).error("organisation")).contains("255");
        assertThat(Rows.accounts(buyer.email())).isZero();
    }

    @Test
    void passwordsAreTakenAsTypedAndRefusedWhereTooShortTooLongOrEasy() {
        Buyer buyer = Buyer.withLink();
        Form form = buyer.answers(buyer.visitor().open(buyer.link()));

        for (String easy : new String[] {"passwordpassword", "aaaaaaaaaaaaaaaaaaaa", "123456789012345", "qwertyuiopasdfgh", buyer.email(),
            "RobinHeronRobin", "p".repeat(257), "fourteen chars", "", " ".repeat(20)}) {
            Page refused = buyer.visitor().submit(form.with("password", easy));
            assertThat(refused.status()).as(easy).isEqualTo(422);
            assertThat(refused.error("password")).as(easy).isNotEmpty();
            assertThat(refused.form().value("password")).isEmpty();
        }
        String odd = " <\u0631\u0648\u0628\u0646> \uD83D\uDE00 & trailing blank ";
        assertThat(buyer.visitor().submit(form.with("password", odd)).leadsTo()).isEqualTo("/buyer");
        assertThat(buyer.signsIn(Visitor.fromNewNetwork(), odd.strip()).status()).isEqualTo(403);
        assertThat(buyer.signsIn(Visitor.fromNewNetwork(), odd).leadsTo()).isEqualTo("/home");
    }

    @Test
    void languageThatIsNoneIsIgnored() {
        for (String language : new String[] {"de", "%3Cscript%3E", "en-GB", "..%2F..", "cy".repeat(500), ""}) {
            Page page = Visitor.fromNewNetwork().open("/buyer/create?lang=" + language);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).contains("lang=\"en\"");
        }
    }
}
