package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;

/** After signing in, people go on where they wanted to, on this site and nowhere else. */
class OwnPlaceIT extends ClientTest {

    private static final String[] ELSEWHERE = {"//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example",
        "http:evil.example", "javascript:alert(1)", "/\t/evil.example", "/\r\nLocation: https://evil.example", " //evil.example", "/%0d%0aX: y",
        "/@evil.example", "evil.example", "/;@evil.example", "", "data:text/html,x", "/\u2215evil.example"};

    @Test
    void placesOfOtherSitesAreNeverGoneTo() {
        Buyer buyer = Buyer.active();

        for (String place : ELSEWHERE) {
            Visitor visitor = Visitor.fromNewNetwork();
            Page signedIn = visitor.submit(visitor.open("/sign-in").form().with("email", buyer.email()).with("password", buyer.password())
                    .with("next", place));

            assertThat(signedIn.header("Location").orElse("none")).as(place)
                    .matches("http://localhost:\\d+/(home|%0d%0aX:%20y|@evil.example)|none");
            assertThat(signedIn.headers().map()).doesNotContainKey("X");
        }
    }

    @Test
    void placeThatWasAskedForIsGoneToWithItsQuery() {
        Buyer buyer = Buyer.active();
        Visitor visitor = Visitor.fromNewNetwork();
        Page asked = visitor.open("/account/browsers?ended=true");
        assertThat(asked.leadsTo()).isEqualTo("/sign-in?next=%2Faccount%2Fbrowsers%3Fended%3Dtrue");

        Page signIn = visitor.follow(asked);
        Page signedIn = visitor.submit(signIn.form().with("email", buyer.email()).with("password", buyer.password()));

        assertThat(signedIn.leadsTo()).isEqualTo("/account/browsers?ended=true");
        assertThat(visitor.follow(signedIn).status()).isEqualTo(200);
    }
}
