package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.enrol.surroundings.ClientTest;
import org.enrol.surroundings.Surroundings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A mail server that is down, or asks to come back later, loses nothing and takes nothing from anybody's time. */
class MailOutageIT extends ClientTest {

    /** The first repeats come after 5 and 10 s. */
    private static final Duration REPEATS = Duration.ofSeconds(40);

    @AfterEach
    void mailServerIsThereAgain() {
        Surroundings.mail().refuse(false);
        Surroundings.mail().start();
    }

    @Test
    void mailOfAServerThatWasDownArrivesOnceAndItsDayCountsFromTheSending() {
        Surroundings.mail().stop();
        Buyer buyer = Buyer.unknown();
        assertThat(buyer.asksForAnAccount().heading()).isEqualTo("Activate your account");
        awaitFailedAttempt(buyer);
        assertThat(Rows.one("select first_sent_at from link where address = ?", buyer.email())).isNull();
        // As if the mail server had been away for longer than the link lives.
        Rows.change("update link set created_at = created_at - interval '25 hours' where address = ?", buyer.email());

        Surroundings.mail().start();

        Awaitility.await("the mail").atMost(REPEATS).until(() -> !Mails.to(buyer.email()).isEmpty());
        Mails.awaitNothingOwed();
        Mails.only(buyer.email());
        assertThat(buyer.activates(buyer.link()).leadsTo()).isEqualTo("/buyer");
    }

    @Test
    void mailThatIsToComeBackLaterDoesAndArrivesOnce() {
        Surroundings.mail().refuse(true);
        Buyer buyer = Buyer.unknown();
        buyer.asksForAnAccount();
        awaitFailedAttempt(buyer);

        Surroundings.mail().refuse(false);

        Awaitility.await("the mail").atMost(REPEATS).until(() -> !Mails.to(buyer.email()).isEmpty());
        Mails.awaitNothingOwed();
        Mails.only(buyer.email());
    }

    private static void awaitFailedAttempt(Buyer buyer) {
        Awaitility.await("a failed attempt").atMost(Mails.DELIVERY).until(() -> Rows.count("""
                select count(*) from outbox_message where topic = 'mail' and payload like ? and attempts > 0
                and delivered_at is null and last_error is not null""", "%" + buyer.email() + "%") == 1);
    }
}
