package org.enrol.calendar.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two working days and other times, over what is no working day and over the hours that are given and taken. */
class WorkingTimeTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest(name = "{0}: two working days from {2} end {3}")
    @CsvSource({
            "within a week,          ENGLAND_AND_WALES, 2026-11-17T10:30, 2026-11-19T10:30",
            "over a weekend,         ENGLAND_AND_WALES, 2026-11-20T10:30, 2026-11-24T10:30",
            "from a Saturday on,     ENGLAND_AND_WALES, 2026-11-21T10:30, 2026-11-25T00:00",
            "over a bank holiday,    ENGLAND_AND_WALES, 2026-08-28T09:00, 2026-09-02T09:00",
            "no holiday in Scotland, SCOTLAND,          2026-08-28T09:00, 2026-09-01T09:00",
            "summer time begins,     ENGLAND_AND_WALES, 2026-03-27T16:00, 2026-03-31T16:00",
            "summer time ends,       ENGLAND_AND_WALES, 2026-10-23T16:00, 2026-10-27T16:00",
            "Christmas,              ENGLAND_AND_WALES, 2026-12-24T12:00, 2026-12-30T12:00",
            "Christmas,              SCOTLAND,          2026-12-24T12:00, 2026-12-30T12:00",
            "Christmas,              NORTHERN_IRELAND,  2026-12-24T12:00, 2026-12-30T12:00",
            "New Year,               ENGLAND_AND_WALES, 2026-12-31T12:00, 2027-01-05T12:00",
            "New Year,               SCOTLAND,          2026-12-31T12:00, 2027-01-06T12:00",
            "the Boyne,              NORTHERN_IRELAND,  2026-07-10T12:00, 2026-07-15T12:00"})
    void twoWorkingDaysLater(String when, Region region, LocalDateTime from, LocalDateTime due) {
        WorkingTime time = kept(region);

        assertThat(time.after(at(from), Duration.ofDays(2))).isEqualTo(at(due));
        assertThat(time.between(at(from), at(due))).isEqualTo(Duration.ofDays(2));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
            "an hour of a night in autumn is counted as the clock shows it, 2026-10-23T23:00, 2026-10-26T01:00, 2",
            "a weekend has none,                                           2026-11-21T00:00, 2026-11-23T00:00, 0",
            "a holiday has none,                                           2026-12-25T00:00, 2026-12-29T00:00, 0",
            "what is over has none,                                        2026-11-18T12:00, 2026-11-17T12:00, 0"})
    void timeBetween(String what, LocalDateTime from, LocalDateTime to, int hours) {
        assertThat(kept(Region.ENGLAND_AND_WALES).between(at(from), at(to))).isEqualTo(Duration.ofHours(hours));
    }

    @Property
    void whatIsLeftAfterAPauseAndWhatPassedBeforeAreTheWhole(@ForAll Region region, @ForAll @IntRange(max = 500_000) int minutes,
            @ForAll @IntRange(max = 20_000) int first, @ForAll @IntRange(max = 20_000) int second) {
        WorkingTime time = kept(region);
        Instant from = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(minutes));
        Instant paused = time.after(from, Duration.ofMinutes(first));

        assertThat(time.between(from, paused)).isEqualTo(Duration.ofMinutes(first));
        assertThat(time.after(paused, Duration.ofMinutes(second))).isEqualTo(time.after(from, Duration.ofMinutes((long) first + second)));
    }

    private static WorkingTime kept(Region region) {
        return new WorkingTime(LONDON, IntStream.rangeClosed(2025, 2028).mapToObj(year -> BankHolidays.of(region, year).keySet())
                .flatMap(Set::stream).collect(Collectors.toSet()));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(LONDON).toInstant();
    }
}
