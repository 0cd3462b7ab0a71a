package org.enrol.account.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignInSessionTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration IDLE = Duration.ofMinutes(60);

    private final SignInSession session = started("Firefox");

    @Test
    void silenceUpToTheLimitIsForgiven() {
        assertThat(session.isOver(IDLE, START.plus(IDLE))).isFalse();
    }

    @Test
    void silenceOneSecondLongerEndsIt() {
        assertThat(session.isOver(IDLE, START.plus(IDLE).plusSeconds(1))).isTrue();
    }

    @Test
    void beingSeenBeginsTheSilenceAnew() {
        session.seen(START.plus(IDLE));

        assertThat(session.isOver(IDLE, START.plus(IDLE).plus(IDLE))).isFalse();
        assertThat(session.isOver(IDLE, START.plus(IDLE).plus(IDLE).plusSeconds(1))).isTrue();
    }

    @Test
    void howeverBusyItEndsAfterTwelveHours() {
        Instant end = START.plus(Duration.ofHours(12));
        session.seen(end);

        assertThat(session.isOver(IDLE, end)).isFalse();
        assertThat(session.isOver(IDLE, end.plusSeconds(1))).isTrue();
    }

    @Test
    void beingSeenIsWrittenOnceAMinute() {
        assertThat(session.isDueForSeen(START.plusSeconds(60))).isFalse();
        assertThat(session.isDueForSeen(START.plusSeconds(61))).isTrue();
    }

    @Test
    void aBrowserThatCallsItselfTooMuchIsCutToTheColumn() {
        assertThat(started("x".repeat(5000)).browser()).hasSize(200);
    }

    @Test
    void theHashCannotBeChangedFromOutside() {
        session.tokenHash()[0] = 42;

        assertThat(session.tokenHash()).isEqualTo(new byte[32]);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void staffMayBeSilentForHalfAsLong(Role role) {
        assertThat(role.idle()).isEqualTo(Duration.ofMinutes(role.isStaff() ? 30 : 60));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"ADMINISTRATOR", "SUPPORT", "AUDITOR", "STAFF_MANAGER"})
    void whoWorksOnThePlatformIsStaff(Role role) {
        assertThat(role.isStaff()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"BUYER", "SUPPLIER", "RESEARCHER"})
    void applicantsAreNotStaff(Role role) {
        assertThat(role.isStaff()).isFalse();
    }

    private static SignInSession started(String browser) {
        return new SignInSession(new byte[32], 7, "192.0.2.1", browser, START);
    }
}
