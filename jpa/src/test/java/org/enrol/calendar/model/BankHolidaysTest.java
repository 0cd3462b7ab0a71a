package org.enrol.calendar.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Bank holidays by rule against the published lists. */
class BankHolidaysTest {

    @ParameterizedTest
    @EnumSource(Region.class)
    void computedDaysAreThePublishedOnes(Region region) throws IOException {
        Set<LocalDate> computed = IntStream.rangeClosed(2025, 2028).mapToObj(year -> BankHolidays.of(region, year).keySet())
                .flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));

        assertThat(computed).containsExactlyElementsOf(published(region));
    }

    /** Sundays of Easter as the churches publish them, the earliest and latest possible among them. */
    @ParameterizedTest
    @CsvSource({"1818-03-22", "1943-04-25", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2025-04-20", "2026-04-05",
            "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2038-04-25", "2049-04-18", "2285-03-22"})
    void easterIsWhenItIsKept(LocalDate sunday) {
        assertThat(BankHolidays.easter(sunday.getYear())).isEqualTo(sunday);
    }

    @ParameterizedTest
    @CsvSource({"2022, 2022-12-26, 2022-12-27", "2021, 2021-12-27, 2021-12-28", "2020, 2020-12-25, 2020-12-28", "2023, 2023-12-25, 2023-12-26"})
    void christmasThatFallsOnAWeekendIsKeptAfterIt(int year, LocalDate first, LocalDate second) {
        assertThat(BankHolidays.of(Region.ENGLAND_AND_WALES, year).tailMap(LocalDate.of(year, 12, 1)).keySet()).containsExactly(first, second);
    }

    @Test
    void scotlandsNewYearHasTwoDaysWheneverItFalls() {
        assertThat(BankHolidays.of(Region.SCOTLAND, 2022).headMap(LocalDate.of(2022, 2, 1)).keySet())
                .containsExactly(LocalDate.of(2022, 1, 3), LocalDate.of(2022, 1, 4));
        assertThat(BankHolidays.of(Region.SCOTLAND, 2023).headMap(LocalDate.of(2023, 2, 1)).keySet())
                .containsExactly(LocalDate.of(2023, 1, 2), LocalDate.of(2023, 1, 3));
    }

    private static Set<LocalDate> published(Region region) throws IOException {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(
                BankHolidaysTest.class.getResourceAsStream("/org/enrol/calendar/bank-holidays.txt"), StandardCharsets.UTF_8))) {
            return text.lines().filter(line -> !line.startsWith("#")).filter(line -> line.substring(11, 17).indexOf(region.name().charAt(0)) >= 0)
                    .map(line -> LocalDate.parse(line.substring(0, 10))).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
