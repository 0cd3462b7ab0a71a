package org.enrol.request.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The whole workflow against workflow.txt: every status, action, role and type, what is refused as much as what is allowed. */
class WorkflowGoldenTest {

    private static final List<StatedRow> STATED = StatedRow.all();

    @Test
    void everyCellIsAsStated() {
        List<String> wrong = new ArrayList<>();
        int cells = 0;
        for (RequestType type : RequestType.values()) {
            for (RequestStatus status : RequestStatus.values()) {
                for (RequestAction action : RequestAction.values()) {
                    for (RequestRole role : RequestRole.values()) {
                        cells++;
                        String stated = stated(type, status, action.name(), role.name().toLowerCase(Locale.ROOT));
                        String found = found(type, status, action, role);
                        if (!stated.equals(found)) {
                            wrong.add(type + " " + status + " " + action + " by " + role + ": stated [" + stated + "], found [" + found + "]");
                        }
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(cells).isEqualTo(7 * 12 * 15 * 4);
    }

    @Test
    void whatTheSystemDoesIsAsStated() {
        List<String> stated = STATED.stream().filter(row -> row.who().equals("system"))
                .map(row -> row.number() + " " + row.action() + " " + row.from().stream().sorted().collect(Collectors.joining(",")) + " -> " + row.to()).toList();

        assertThat(Arrays.stream(SystemStep.values()).map(WorkflowGoldenTest::words)).containsExactlyInAnyOrderElementsOf(stated);
    }

    @Test
    void everyTypeUsesARowThatLeadsToItsEnd() {
        assertThat(RequestType.values()).allSatisfy(type -> assertThat(Arrays.stream(Transition.values()).filter(type::uses))
                .extracting(row -> row.to(RequestStatus.ASSIGNED)).contains(RequestStatus.COMPLETE_AWAITING_ACKNOWLEDGEMENT, RequestStatus.CLOSED));
    }

    private static String stated(RequestType type, RequestStatus status, String action, String role) {
        List<StatedRow> rows = STATED.stream().filter(row -> row.isFor(type, status, action, role)).toList();
        assertThat(rows).as("lines for %s %s %s by %s", type, status, action, role).hasSizeLessThan(2);
        return rows.stream().findFirst()
                .map(row -> row.number() + " " + (row.to().equals("unchanged") ? status.name() : row.to()) + " " + new TreeSet<>(row.conditions()))
                .orElse("refused");
    }

    private static String found(RequestType type, RequestStatus status, RequestAction action, RequestRole role) {
        List<Transition> rows = Transition.rows(type, status, action, Set.of(role));
        assertThat(rows).as("rows for %s %s %s by %s", type, status, action, role).hasSizeLessThan(2);
        return rows.stream().findFirst()
                .map(row -> row.source() + " " + row.to(status) + " " + new TreeSet<>(StatedRow.conditionsOf(row))).orElse("refused");
    }

    private static String words(SystemStep step) {
        return step.source() + " " + step.event() + " " + step.from().stream().map(Enum::name).sorted().collect(Collectors.joining(",")) + " -> " + step.to() + (step.outcome() == null ? "" : " " + step.outcome());
    }
}
