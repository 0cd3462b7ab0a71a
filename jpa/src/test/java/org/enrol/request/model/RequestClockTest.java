package org.enrol.request.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.enrol.audit.model.Actor;
import org.enrol.calendar.model.BankHolidays;
import org.enrol.calendar.model.Region;
import org.enrol.calendar.model.WorkingTime;
import org.junit.jupiter.api.Test;

/** The staff's clock: two working days in which they have the ball, however long the applicant takes. */
class RequestClockTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final WorkingTime CALENDAR = new WorkingTime(LONDON, BankHolidays.of(Region.ENGLAND_AND_WALES, 2026).keySet());
    private static final Duration ALLOWED = Duration.ofDays(2);
    private static final Party OWNER = new Party(new Actor(Actor.Kind.SYSTEM, 0), Set.of(RequestRole.OWNER));
    private static final Party ADA = new Party(new Actor(Actor.Kind.ACCOUNT, 1), Set.of(RequestRole.ADMINISTRATOR));

    private final Request request = new Request(new NewRequest("R-1", RequestType.EMAIL_DOMAIN, "library.example", "Library", 0, 0), at("2026-12-23T10:00"));

    @Test
    void whatIsLeftIsKeptWhileTheApplicantHasTheBallOverAHoliday() {
        act(RequestAction.REQUEST_SUBMISSION_APPROVAL, OWNER, 0, "2026-12-23T10:00");
        act(RequestAction.ASSIGN, ADA, 1, "2026-12-23T11:00");
        assertThat(request.dueAt()).contains(at("2026-12-29T10:00"));

        act(RequestAction.RETURN_TO_AUTHOR, ADA, 0, "2026-12-24T10:00");
        assertThat(request.dueAt()).isEmpty();
        act(RequestAction.REOPEN, OWNER, 0, "2026-12-29T15:00");

        assertThat(request.dueAt()).as("one working day was left").contains(at("2026-12-30T15:00"));
    }

    @Test
    void whatWasOverdueIsDueAtOnceWhenItComesBack() {
        act(RequestAction.REQUEST_SUBMISSION_APPROVAL, OWNER, 0, "2026-11-16T10:00");
        act(RequestAction.ASSIGN, ADA, 1, "2026-11-16T11:00");
        act(RequestAction.RETURN_TO_AUTHOR, ADA, 0, "2026-11-20T10:00");
        act(RequestAction.REOPEN, OWNER, 0, "2026-11-25T12:00");

        assertThat(request.dueAt()).contains(at("2026-11-25T12:00"));
    }

    @Test
    void handingOnNeitherStopsTheClockNorWindsItUp() {
        act(RequestAction.REQUEST_SUBMISSION_APPROVAL, OWNER, 0, "2026-11-16T10:00");
        act(RequestAction.ASSIGN, ADA, 1, "2026-11-17T10:00");
        act(RequestAction.ASSIGN, ADA, 0, "2026-11-17T12:00");

        assertThat(request.status()).isEqualTo(RequestStatus.AWAITING_PICKUP);
        assertThat(request.dueAt()).contains(at("2026-11-18T10:00"));
    }

    @Test
    void whatIsOpenedAgainAfterItsEndHasItsWholeTime() {
        act(RequestAction.REQUEST_SUBMISSION_APPROVAL, OWNER, 0, "2026-11-16T10:00");
        act(RequestAction.ASSIGN, ADA, 1, "2026-11-16T10:00");
        act(RequestAction.REJECT, ADA, 0, "2026-11-17T10:00");
        assertThat(request.dueAt()).isEmpty();
        act(RequestAction.REOPEN, ADA, 0, "2026-11-18T10:00");

        assertThat(request.dueAt()).contains(at("2026-11-20T10:00"));
    }

    @Test
    void aChangeOfTheCalendarMovesWhatIsDueFromItsBeginning() {
        act(RequestAction.REQUEST_SUBMISSION_APPROVAL, OWNER, 0, "2026-11-16T10:00");
        WorkingTime withADayOff = new WorkingTime(LONDON, Set.of(at("2026-11-17T10:00").atZone(LONDON).toLocalDate()));

        assertThat(request.dueBy(withADayOff)).contains(at("2026-11-19T10:00"));
        assertThat(request.dueBy(CALENDAR)).isEqualTo(request.dueAt());
    }

    private void act(RequestAction action, Party party, long assignee, String at) {
        request.perform(new Act(action, party, "because", assignee, at(at)));
        request.keepTime(CALENDAR, ALLOWED, at(at));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(LONDON).toInstant();
    }
}
