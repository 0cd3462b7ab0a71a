package org.enrol.architecture;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enrol.request.model.RequestStatus;
import org.enrol.request.model.RequestType;
import org.enrol.request.model.SystemStep;
import org.enrol.request.model.Transition;

/** The workflow as the README shows it, written by the code. */
final class WorkflowTable {

    private static final String HEADER = """
            | no. | what is done | from | to | who | on condition | requests |
            |---|---|---|---|---|---|---|
            """;

    private WorkflowTable() {
    }

    static String markdown() {
        return HEADER + Stream.concat(Arrays.stream(Transition.values()).map(WorkflowTable::row), Arrays.stream(SystemStep.values()).map(WorkflowTable::row))
                .collect(Collectors.joining("\n")) + "\n";
    }

    private static String row(Transition row) {
        String to = row.to(null) == null ? "unchanged" : row.to(null).name();
        return line(row.source(), row.action(), statuses(row.from()), to, words(row.role()), conditions(row), types(row));
    }

    private static String row(SystemStep row) {
        String to = row.to() + (row.outcome() == null ? "" : " (" + row.outcome() + ")");
        return line(row.source(), row.event(), statuses(row.from()), to, "system", "", "all");
    }

    private static String line(Object... cells) {
        return Arrays.stream(cells).map(Object::toString).collect(Collectors.joining(" | ", "| ", " |")).replace("|  |", "| |");
    }

    /** From the first to the last, where none between them is missing. */
    private static String statuses(Set<RequestStatus> statuses) {
        List<RequestStatus> sorted = List.copyOf(EnumSet.copyOf(statuses));
        RequestStatus first = sorted.get(0);
        RequestStatus last = sorted.get(sorted.size() - 1);
        return sorted.size() > 3 && statuses.equals(EnumSet.range(first, last)) ? first + " to " + last : joined(sorted);
    }

    private static String conditions(Transition row) {
        Stream<String> comment = row.action().needsComment() ? Stream.of("comment") : Stream.empty();
        return Stream.concat(comment, row.guards().stream().map(WorkflowTable::words)).collect(Collectors.joining(", "));
    }

    private static String types(Transition row) {
        EnumSet<RequestType> using = Arrays.stream(RequestType.values()).filter(type -> type.uses(row))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RequestType.class)));
        Set<RequestType> others = EnumSet.complementOf(using);
        if (using.isEmpty()) {
            return "none yet";
        }
        return others.isEmpty() ? "all" : others.size() < using.size() ? "all but " + joined(others) : joined(using);
    }

    private static String joined(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
