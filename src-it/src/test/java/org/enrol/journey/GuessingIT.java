package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;

/** Guessing passwords is slow, and nobody is locked out of their own account by strangers. */
class GuessingIT extends ClientTest {

    private static final String WRONG = "not the password of anybody";
    private static final Duration WAIT = Duration.ofMinutes(15);

    @Test
    void fiveFailuresOfOneNetworkMakeThatNetworkWaitAndNoOther() {
        Buyer buyer = Buyer.active();
        Visitor guesser = Visitor.fromNewNetwork();
        Page wrong = null;
        for (int i = 0; i < 5; i++) {
            wrong = buyer.signsIn(guesser, WRONG);
            assertThat(wrong.status()).isEqualTo(403);
        }

        Page right = buyer.signsIn(guesser, buyer.password());

        assertThat(right.status()).isEqualTo(403);
        assertThat(right.words()).isEqualTo(wrong.words()).doesNotContainIgnoringCase("locked");
        assertThat(buyer.signsIn(guesser.neighbour(), buyer.password()).status()).as("same network").isEqualTo(403);
        assertThat(buyer.signsIn(Visitor.fromNewNetwork(), buyer.password()).leadsTo()).isEqualTo("/home");
        Rows.letCountersAge(WAIT.plusSeconds(1));
        assertThat(buyer.signsIn(guesser, buyer.password()).leadsTo()).as("after the wait").isEqualTo("/home");
    }

    @Test
    void fourFailuresAreForgottenOnceThePasswordIsRight() {
        Buyer buyer = Buyer.active();
        Visitor clumsy = Visitor.fromNewNetwork();

        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                buyer.signsIn(clumsy, WRONG);
            }
            assertThat(buyer.signsIn(clumsy.withoutSession(), buyer.password()).leadsTo()).isEqualTo("/home");
        }
    }

    @Test
    void hundredFailuresKeepStrangersOutButNotTheOwnerAndAResetClearsThem() {
        Buyer buyer = Buyer.active();
        fail(buyer, 101);

        assertThat(buyer.signsIn(Visitor.fromNewNetwork(), buyer.password()).status()).as("network never used before").isEqualTo(403);
        assertThat(buyer.signsIn(buyer.visitor().neighbour(), buyer.password()).leadsTo()).as("the owner's network").isEqualTo("/home");
        assertThat(Mails.newestOf(2, buyer.email()).subject()).isNotEqualTo(Mails.to(buyer.email()).get(1).subject());

        Buyer renewed = reset(buyer);
        assertThat(renewed.signsIn(Visitor.fromNewNetwork(), renewed.password()).leadsTo()).isEqualTo("/home");
    }

    @Test
    void networkThatTriesManyAccountsIsRefusedForAWhile() {
        Visitor guesser = Visitor.fromNewNetwork();
        Form form = guesser.open("/sign-in").form().with("password", WRONG);
        for (int i = 0; i < 100; i++) {
            assertThat(guesser.submit(form.with("email", "nobody" + i + "@cabinetoffice.gov.uk")).status()).isEqualTo(403);
        }

        Page refused = guesser.submit(form.with("email", "nobody@cabinetoffice.gov.uk"));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isPresent();
        assertThat(refused.words()).contains("You have tried too many times");
    }

    @Test
    void addressThatSomebodyClaimsInAHeaderCountsOnlyBehindATrustedProxy() {
        Buyer buyer = Buyer.active();
        Visitor guesser = Visitor.fromNewNetwork();
        for (int i = 0; i < 5; i++) {
            buyer.signsIn(guesser, WRONG);
        }

        Form form = guesser.open("/sign-in").form().with("email", buyer.email()).with("password", buyer.password());
        Page claimed = guesser.send(guesser.requestFrom("203.0.113.9, " + guesser.address(), "/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.encoded())));

        assertThat(claimed.status()).as("what the guesser wrote before the proxy's own entry").isEqualTo(403);
    }

    /** No network fails often enough to wait, so that only the account's own limit is reached. */
    private static void fail(Buyer buyer, int times) {
        Visitor guesser = Visitor.fromNewNetwork();
        Form form = null;
        for (int i = 0; i < times; i++) {
            if (i % 4 == 0) {
                guesser = Visitor.fromNewNetwork();
                form = guesser.open("/sign-in").form().with("email", buyer.email()).with("password", WRONG);
            }
            assertThat(guesser.submit(form).status()).isEqualTo(403);
        }
    }

    /** Through the mail. */
    static Buyer reset(Buyer buyer) {
        Visitor visitor = Visitor.fromNewNetwork();
        int mails = Mails.to(buyer.email()).size();
        Rows.letCountersAge(Duration.ofSeconds(31));
        visitor.submit(visitor.open("/forgotten-password").form().with("email", buyer.email()));
        String link = Mails.link(Mails.newestOf(mails + 1, buyer.email()));
        Buyer renewed = new Buyer(visitor, buyer.email(), "another lantern 48 by the sea");
        Page saved = visitor.submit(visitor.open(link).form().with("password", renewed.password()));
        assertThat(saved.leadsTo()).as("%s", saved).startsWith("/sign-in");
        return renewed;
    }
}
