package org.enrol.audit.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditFilter;
import org.junit.jupiter.api.Test;

class TypedFilterTest {

    @Test
    void nothingTypedMeansEverything() {
        assertThat(filter(Map.of())).isEqualTo(new AuditFilter(null, "", "", "", null, null, false));
    }

    @Test
    void whatCannotBeUnderstoodCountsAsNotGiven() {
        assertThat(filter(Map.of("action", "NOTHING", "from", "yesterday", "until", "2026-02-30"))).isEqualTo(filter(Map.of()));
    }

    @Test
    void aSpanOfDaysHoldsItsLastDay() {
        AuditFilter filter = filter(Map.of("from", "2026-01-31", "until", "2026-01-31"));

        assertThat(filter.from()).isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
        assertThat(filter.until()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
    }

    @Test
    void aSpanOfMinutesHoldsItsLastMinute() {
        AuditFilter filter = filter(Map.of("from", "2026-01-31T10:15", "until", "2026-01-31T10:15"));

        assertThat(filter.from()).isEqualTo(Instant.parse("2026-01-31T10:15:00Z"));
        assertThat(filter.until()).isEqualTo(Instant.parse("2026-01-31T10:16:00Z"));
    }

    @Test
    void theAddressOfTheExportHasTheSameFilter() {
        TypedFilter typed = TypedFilter.of(Map.of("actor", " account:7 ", "action", "SIGNED_IN")::get);

        assertThat(typed.query()).isEqualTo("?action=SIGNED_IN&actor=account%3A7");
        assertThat(typed.toFilter().action()).isEqualTo(AuditAction.SIGNED_IN);
    }

    private static AuditFilter filter(Map<String, String> typed) {
        return TypedFilter.of(typed::get).toFilter();
    }
}
