package org.enrol.calendar.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;

/**
 * Time that counts: it runs on working days only, and on them round the clock. It is read off the clock on the wall, so that a working day has
 * 24 hours also where the clocks change, and what began at three in the afternoon ends at three.
 *
 * @param holidays days off that are no Saturday or Sunday
 */
public record WorkingTime(ZoneId zone, Set<LocalDate> holidays) {

    public WorkingTime {
        Objects.requireNonNull(zone);
        holidays = Set.copyOf(holidays);
    }

    /** When so much working time will have passed: at the end of a working day rather than at the beginning of the next. */
    public Instant after(Instant from, Duration time) {
        LocalDateTime at = from.atZone(zone).toLocalDateTime();
        Duration left = time;
        for (Duration today = countingToday(at); left.compareTo(today) > 0; today = countingToday(at)) {
            left = left.minus(today);
            at = midnightAfter(at);
        }
        return at.plus(left).atZone(zone).toInstant();
    }

    /** How much working time passes between two moments; nothing if the second is not later. */
    public Duration between(Instant from, Instant to) {
        LocalDateTime at = from.atZone(zone).toLocalDateTime();
        LocalDateTime end = to.atZone(zone).toLocalDateTime();
        Duration passed = Duration.ZERO;
        while (at.isBefore(end)) {
            LocalDateTime next = midnightAfter(at).isBefore(end) ? midnightAfter(at) : end;
            passed = isWorkingDay(at.toLocalDate()) ? passed.plus(Duration.between(at, next)) : passed;
            at = next;
        }
        return passed;
    }

    public boolean isWorkingDay(LocalDate day) {
        return !isWeekend(day) && !holidays.contains(day);
    }

    public static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private Duration countingToday(LocalDateTime at) {
        return isWorkingDay(at.toLocalDate()) ? Duration.between(at, midnightAfter(at)) : Duration.ZERO;
    }

    private static LocalDateTime midnightAfter(LocalDateTime at) {
        return at.toLocalDate().plusDays(1).atStartOfDay();
    }
}
