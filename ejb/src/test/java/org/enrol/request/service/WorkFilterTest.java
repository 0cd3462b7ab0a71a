package org.enrol.request.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.enrol.request.model.RequestStatus;
import org.enrol.request.model.RequestType;
import org.enrol.request.service.WorkFilter.Criterion;
import org.junit.jupiter.api.Test;

class WorkFilterTest {

    @Property
    void whatIsWrittenIsReadAgain(@ForAll("filters") WorkFilter filter) {
        assertThat(WorkFilter.parse(filter.query())).isEqualTo(filter);
    }

    @Property
    void anythingCanBeRead(@ForAll String query) {
        WorkFilter filter = WorkFilter.parse(query);

        assertThat(WorkFilter.parse(filter.query())).isEqualTo(filter);
    }

    @Property
    void everyDemandComesOffAlone(@ForAll("filters") WorkFilter filter) {
        for (Criterion criterion : filter.criteria()) {
            List<Criterion> left = filter.criteria().stream().filter(other -> !other.equals(criterion)).toList();
            assertThat(filter.without(criterion).criteria()).isEqualTo(left);
            assertThat(filter.without(criterion).list()).isEqualTo(filter.list());
        }
    }

    @Test
    void aListHasItsOwnOrderUnlessAnotherIsChosen() {
        assertThat(WorkFilter.parse("list=OVERDUE").query()).isEqualTo("list=OVERDUE");
        assertThat(WorkFilter.parse("list=OVERDUE&sort=CREATED").descending()).isFalse();
        assertThat(WorkFilter.parse("list=ALL").descending()).isTrue();
        assertThat(WorkFilter.parse("list=ALL&sort=CHANGED&down=false").query()).isEqualTo("list=ALL&sort=CHANGED&down=false");
    }

    @Test
    void lettersAndDigitsCountAndSignsDoNot() {
        assertThat(part("ab").isPartTooShort()).isTrue();
        assertThat(part("a-%_").isPartTooShort()).isTrue();
        assertThat(part("a.b.c").isPartTooShort()).isFalse();
        assertThat(part("مكت").isPartTooShort()).isFalse();
        assertThat(part("").isPartTooShort()).isFalse();
        assertThat(part("  lib\u0000rary ").part()).isEqualTo("lib rary");
    }

    private static WorkFilter part(String part) {
        return new WorkFilter(WorkList.ALL, Set.of(), Set.of(), 0, 0, part, WorkSort.CHANGED, true);
    }

    @Provide
    Arbitrary<WorkFilter> filters() {
        return Combinators.combine(Arbitraries.of(WorkList.class), Arbitraries.of(RequestType.class).set(), Arbitraries.of(RequestStatus.class).set(),
                Arbitraries.longs().between(0, 999_999_999), Arbitraries.integers().between(0, 9999), Arbitraries.strings().ofMaxLength(120),
                Arbitraries.of(WorkSort.class), Arbitraries.of(true, false)).as(WorkFilter::new);
    }
}
