package org.enrol.request.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** One line of workflow.txt. */
record StatedRow(String number, String action, Set<String> from, String to, String who, Set<String> conditions, Set<RequestType> types) {

    static List<StatedRow> all() {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(
                StatedRow.class.getResourceAsStream("/org/enrol/request/workflow.txt"), StandardCharsets.UTF_8))) {
            return text.lines().filter(line -> !line.startsWith("#")).map(StatedRow::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StatedRow read(String line) {
        String[] cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
        return new StatedRow(cells[0], cells[1], words(cells[2]), cells[3], cells[4], words(cells[5]), types(cells[6]));
    }

    private static Set<RequestType> types(String cell) {
        Set<String> named = words(cell.replace("all but ", ""));
        return Arrays.stream(RequestType.values())
                .filter(type -> cell.equals("all") || cell.startsWith("all but ") != named.contains(type.name()))
                .filter(type -> !cell.equals("none"))
                .collect(Collectors.toSet());
    }

    private static Set<String> words(String cell) {
        return Arrays.stream(cell.split(",")).map(String::strip).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    boolean isFor(RequestType type, RequestStatus status, String what, String actor) {
        return types.contains(type) && from.contains(status.name()) && action.equals(what) && who.equals(actor);
    }

    /** What the program says of a row, in the words of the statement. */
    static Set<String> conditionsOf(Transition row) {
        Set<String> conditions = row.guards().stream().map(guard -> guard.name().toLowerCase(Locale.ROOT).replace('_', ' ')).collect(Collectors.toSet());
        if (row.action().needsComment()) {
            conditions.add("comment");
        }
        return conditions;
    }
}
