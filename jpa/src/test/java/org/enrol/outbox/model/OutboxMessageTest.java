package org.enrol.outbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxMessageTest {

    private static final Instant OWED = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final OutboxMessage message = new OutboxMessage("mail", "{}", "r-1", OWED);

    @Test
    void aNewMessageIsDueAtOnce() {
        assertThat(message.nextAttemptAt()).isEqualTo(OWED);
        assertThat(message.isGivenUp()).isFalse();
    }

    @Test
    void aLeaseHidesItUntilItEnds() {
        message.lease(OWED.plus(LEASE));

        assertThat(message.nextAttemptAt()).isEqualTo(OWED.plus(LEASE));
    }

    @Test
    void whatIsDeliveredIsNeverDueAgain() {
        attempt(OWED);

        message.delivered(OWED.plusSeconds(1));

        assertThat(message.nextAttemptAt()).isNull();
        assertThat(message.isGivenUp()).isFalse();
    }

    @Test
    void waitingDoublesFromFiveSecondsToFiveMinutes() {
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            waits.add(failAt(OWED).toSeconds());
        }

        assertThat(waits).containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L, 300L);
    }

    @Test
    void manyAttemptsNeverOverflowTheWait() {
        for (int i = 0; i < 200; i++) {
            failAt(OWED);
        }

        assertThat(failAt(OWED)).isEqualTo(OutboxMessage.LONGEST_BACKOFF);
    }

    @Test
    void itIsTriedUpToTheLastSecondOfTheDay() {
        failAt(OWED.plus(OutboxMessage.PATIENCE).minusSeconds(1));

        assertThat(message.isGivenUp()).isFalse();
        assertThat(message.nextAttemptAt()).isNotNull();
    }

    @Test
    void afterADayItIsGivenUpAndNotTriedAgain() {
        attempt(OWED);
        message.failed("no answer", OWED.plus(OutboxMessage.PATIENCE));

        assertThat(message.isGivenUp()).isTrue();
        assertThat(message.nextAttemptAt()).isNull();
    }

    /** Another node's lease ran out, ours delivered meanwhile: its failure is late news. */
    @Test
    void aLateFailureDoesNotOweAgainWhatWasDelivered() {
        attempt(OWED);
        message.delivered(OWED.plusSeconds(1));

        message.failed("time-out", OWED.plus(OutboxMessage.PATIENCE));

        assertThat(message.nextAttemptAt()).isNull();
        assertThat(message.isGivenUp()).isFalse();
    }

    private void attempt(Instant at) {
        message.lease(at.plus(LEASE));
    }

    private Duration failAt(Instant at) {
        attempt(at);
        message.failed("no answer", at);
        return Duration.between(at, message.nextAttemptAt());
    }
}
