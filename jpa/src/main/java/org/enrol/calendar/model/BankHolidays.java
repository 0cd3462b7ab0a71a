package org.enrol.calendar.model;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.LocalDate;
import java.time.Month;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The bank holidays of a region and a year, computed: they follow rules, and a list would end. What is proclaimed for one year only is
 * written here or added by an administrator. A holiday that falls on a weekend is kept on the next working day that is none already.
 *
 * <p>Source: Banking and Financial Dealings Act 1971 and the yearly proclamations.
 */
public final class BankHolidays {

    private BankHolidays() {
    }

    /** Working days on which nobody works, and why. */
    public static SortedMap<LocalDate, Occasion> of(Region region, int year) {
        SortedMap<LocalDate, Occasion> days = new TreeMap<>(movable(region, year));
        Map<LocalDate, Occasion> fixed = fixed(region, year);
        fixed.forEach((day, occasion) -> {
            if (!WorkingTime.isWeekend(day)) {
                days.put(day, occasion);
            }
        });
        fixed.forEach((day, occasion) -> {
            if (WorkingTime.isWeekend(day)) {
                days.put(substitute(day, days), occasion);
            }
        });
        return Collections.unmodifiableSortedMap(days);
    }

    private static Map<LocalDate, Occasion> movable(Region region, int year) {
        Map<LocalDate, Occasion> days = new LinkedHashMap<>();
        LocalDate easter = easter(year);
        days.put(easter.minusDays(2), Occasion.GOOD_FRIDAY);
        days.put(LocalDate.of(year, Month.MAY, 1).with(firstInMonth(MONDAY)), Occasion.EARLY_MAY);
        days.put(LocalDate.of(year, Month.MAY, 1).with(lastInMonth(MONDAY)), Occasion.SPRING);
        LocalDate august = LocalDate.of(year, Month.AUGUST, 1);
        if (region == Region.SCOTLAND) {
            days.put(august.with(firstInMonth(MONDAY)), Occasion.SUMMER);
        } else {
            days.put(easter.plusDays(1), Occasion.EASTER_MONDAY);
            days.put(august.with(lastInMonth(MONDAY)), Occasion.SUMMER);
        }
        return days;
    }

    private static Map<LocalDate, Occasion> fixed(Region region, int year) {
        Map<LocalDate, Occasion> days = new LinkedHashMap<>();
        days.put(LocalDate.of(year, Month.JANUARY, 1), Occasion.NEW_YEAR);
        switch (region) {
            case SCOTLAND -> {
                days.put(LocalDate.of(year, Month.JANUARY, 2), Occasion.SECOND_OF_JANUARY);
                days.put(LocalDate.of(year, Month.NOVEMBER, 30), Occasion.ST_ANDREW);
                if (year == 2026) {
                    days.put(LocalDate.of(year, Month.JUNE, 15), Occasion.WORLD_CUP);
                }
            }
            case NORTHERN_IRELAND -> {
                days.put(LocalDate.of(year, Month.MARCH, 17), Occasion.ST_PATRICK);
                days.put(LocalDate.of(year, Month.JULY, 12), Occasion.BOYNE);
            }
            case ENGLAND_AND_WALES -> { }
        }
        days.put(LocalDate.of(year, Month.DECEMBER, 25), Occasion.CHRISTMAS);
        days.put(LocalDate.of(year, Month.DECEMBER, 26), Occasion.BOXING_DAY);
        return days;
    }

    private static LocalDate substitute(LocalDate day, Map<LocalDate, Occasion> taken) {
        LocalDate next = day;
        while (WorkingTime.isWeekend(next) || taken.containsKey(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The Sunday of the Gregorian reckoning, by the rule that Nature printed in 1876; the letters are its own. */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        return LocalDate.of(year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
    }
}
