package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;

/** How many mails strangers can make Enrol send to one address. The page says the same whether one goes out or not. */
class MailThrottleIT extends ClientTest {

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void secondMailWithinThePauseIsNotSentAndThePageIsTheSame() {
        Buyer buyer = Buyer.withLink();

        Page tooEarly = sendsAgain(buyer);
        Mails.awaitNothingOwed();
        assertThat(Mails.to(buyer.email())).hasSize(1);

        Rows.letCountersAge(PAUSE.plusSeconds(1));
        Page inTime = sendsAgain(buyer);
        Mails.newestOf(2, buyer.email());
        assertThat(tooEarly.words()).isEqualTo(inTime.words());
    }

    @Test
    void fourthMailWithinAnHourIsNotSentWhoeverAsksForIt() {
        Buyer buyer = Buyer.withLink();
        for (int mail = 2; mail <= 3; mail++) {
            Rows.letCountersAge(PAUSE.plusSeconds(1));
            sendsAgain(buyer);
            Mails.newestOf(mail, buyer.email());
        }
        Rows.letCountersAge(PAUSE.plusSeconds(1));

        Page fourth = sendsAgain(buyer);
        new Buyer(Visitor.fromNewNetwork(), buyer.email(), buyer.password()).asksForAnAccount();

        assertThat(fourth.words()).contains("We are sending the email again");
        Mails.awaitNothingOwed();
        assertThat(Mails.to(buyer.email())).hasSize(3);
        Rows.letCountersAge(HOUR);
        sendsAgain(buyer);
        Mails.newestOf(4, buyer.email());
    }

    @Test
    void forgottenPasswordPausesAfterItsOwnMails() {
        Buyer buyer = Buyer.active();
        Visitor stranger = Visitor.fromNewNetwork();

        Page sent = stranger.submitAndFollow(stranger.open("/forgotten-password").form().with("email", buyer.email()));

        assertThat(sent.heading()).isEqualTo("Check your email");
        assertThat(Mails.link(Mails.newestOf(2, buyer.email()))).startsWith("/reset-password?token=");
        stranger.submit(stranger.open("/forgotten-password").form().with("email", buyer.email()));
        Mails.awaitNothingOwed();
        assertThat(Mails.to(buyer.email())).as("within the pause after the first of its kind").hasSize(2);
        Rows.letCountersAge(PAUSE.plusSeconds(1));
        stranger.submit(stranger.open("/forgotten-password").form().with("email", buyer.email()));
        assertThat(Mails.link(Mails.newestOf(3, buyer.email()))).startsWith("/reset-password?token=");
    }

    @Test
    void networkThatHandsInTooManyIsRefusedAndAnotherIsNot() {
        Visitor crowded = Visitor.fromNewNetwork();
        Form form = crowded.open("/buyer/create").form().with("email", Buyer.newAddress());
        for (int i = 0; i < 300; i++) {
            assertThat(crowded.submit(form).leadsTo()).isEqualTo("/buyer/check-email");
        }

        Page refused = crowded.submit(form);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isPresent();
        assertThat(refused.words()).contains("You have tried too many times");
        Visitor neighbour = crowded.neighbour();
        assertThat(neighbour.submit(neighbour.open("/buyer/create").form().with("email", Buyer.newAddress())).status()).isEqualTo(429);
        Visitor elsewhere = Visitor.fromNewNetwork();
        assertThat(elsewhere.submit(elsewhere.open("/buyer/create").form().with("email", Buyer.newAddress())).status()).isEqualTo(302);
    }

    private static Page sendsAgain(Buyer buyer) {
        return buyer.visitor().submitAndFollow(buyer.visitor().open("/buyer/check-email").form());
    }
}
