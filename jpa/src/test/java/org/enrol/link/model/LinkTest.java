package org.enrol.link.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LinkTest {

    private static final Instant MADE = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant SENT = MADE.plus(Duration.ofHours(5));
    private static final Duration LIFETIME = Duration.ofHours(24);

    private final Link link = new Link(Purpose.ACTIVATION, 7, "jo@leeds.gov.uk", MADE);

    @Test
    void waitingInTheOutboxTakesNothingFromTheLifetime() {
        assertThat(link.isExpired(LIFETIME, MADE.plus(Duration.ofDays(30)))).isFalse();
    }

    @Test
    void itIsGoodOneSecondBeforeTheEndAndAtTheEnd() {
        link.firstSentAt = SENT;

        assertThat(link.isExpired(LIFETIME, SENT.plus(LIFETIME).minusSeconds(1))).isFalse();
        assertThat(link.isExpired(LIFETIME, SENT.plus(LIFETIME))).isFalse();
    }

    @Test
    void itIsExpiredOneSecondAfterTheEnd() {
        link.firstSentAt = SENT;

        assertThat(link.isExpired(LIFETIME, SENT.plus(LIFETIME).plusSeconds(1))).isTrue();
    }

    @Test
    void aNewLinkIsUnused() {
        assertThat(link.isUsed()).isFalse();
    }

    @Test
    void aResetIsShorterThanAnActivation() {
        assertThat(Purpose.ACTIVATION.lifetime()).isEqualTo(Duration.ofHours(24));
        assertThat(Purpose.RESET.lifetime()).isEqualTo(Duration.ofMinutes(30));
    }
}
