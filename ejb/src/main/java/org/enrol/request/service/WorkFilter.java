package org.enrol.request.service;

import java.io.Serializable;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enrol.request.model.RequestStatus;
import org.enrol.request.model.RequestType;

/**
 * Which requests somebody wants to see, and in which order. It stands in the address of the page, so that it can be kept as a bookmark, under
 * a name, or by a job that works through all of it.
 *
 * @param types      empty for all
 * @param statuses   empty for all
 * @param assignee   an account; 0 for everybody's and nobody's
 * @param days       open for at least so many days; 0 for any age, closed ones included
 * @param part       of title or reference, in any case; empty for all
 * @param descending the last first
 */
public record WorkFilter(WorkList list, Set<RequestType> types, Set<RequestStatus> statuses, long assignee, int days, String part, WorkSort sort,
                         boolean descending) implements Serializable {

    /** What the index of parts of texts can find by: less is no search but a walk through everything. */
    public static final int SHORTEST_PART = 3;
    private static final int LONGEST_PART = 100;

    /** One thing that the filter demands, as the address writes it. */
    public record Criterion(String name, String value) implements Serializable {

        private String encoded() {
            return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    public WorkFilter {
        Objects.requireNonNull(list);
        types = Set.copyOf(types);
        statuses = Set.copyOf(statuses);
        part = cleaned(part);
        // What is closed is due no more: all would stand at the same place.
        sort = sort == WorkSort.DUE && statuses.equals(Set.of(RequestStatus.CLOSED)) ? WorkSort.CHANGED : sort;
    }

    /** A whole list in its own order. */
    public static WorkFilter of(WorkList list) {
        return new WorkFilter(list, Set.of(), Set.of(), 0, 0, "", list.sort(), list.isDescending());
    }

    /** @param query as {@link #query} writes it; what is unknown or broken in it is left out, so that every address shows something */
    public static WorkFilter parse(String query) {
        return of(Arrays.stream(query.split("&")).flatMap(WorkFilter::criterion).toList());
    }

    private static WorkFilter of(List<Criterion> criteria) {
        WorkList list = known(WorkList.values(), criteria, "list").findFirst().orElse(WorkList.ALL);
        Stream<WorkSort> sorts = known(WorkSort.values(), criteria, "sort");
        WorkSort sort = sorts.findFirst().orElse(list.sort());
        boolean ordered = values(criteria, "down").findFirst().isPresent();
        return new WorkFilter(list, known(RequestType.values(), criteria, "type").collect(Collectors.toSet()),
                known(RequestStatus.values(), criteria, "status").collect(Collectors.toSet()), number(criteria, "assignee", 18),
                (int) number(criteria, "days", 4), values(criteria, "part").findFirst().orElse(""), sort,
                ordered ? values(criteria, "down").anyMatch("true"::equals) : sort == list.sort() && list.isDescending());
    }

    private static Stream<Criterion> criterion(String pair) {
        int sign = pair.indexOf('=');
        try {
            return sign < 1 ? Stream.empty()
                    : Stream.of(new Criterion(pair.substring(0, sign), URLDecoder.decode(pair.substring(sign + 1), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException broken) {
            return Stream.empty();
        }
    }

    private static <E extends Enum<E>> Stream<E> known(E[] all, List<Criterion> criteria, String name) {
        Set<String> wanted = values(criteria, name).collect(Collectors.toSet());
        return Arrays.stream(all).filter(one -> wanted.contains(one.name()));
    }

    private static long number(List<Criterion> criteria, String name, int digits) {
        return values(criteria, name).filter(value -> value.matches("[0-9]{1," + digits + "}")).mapToLong(Long::parseLong).findFirst().orElse(0);
    }

    private static Stream<String> values(List<Criterion> criteria, String name) {
        return criteria.stream().filter(criterion -> criterion.name().equals(name)).map(Criterion::value);
    }

    /** For the address of a page; {@link #parse} reads it again. */
    public String query() {
        return written(criteria());
    }

    private String written(List<Criterion> demanded) {
        List<Criterion> all = new ArrayList<>(List.of(new Criterion("list", list.name())));
        all.addAll(demanded);
        if (sort != list.sort() || descending != list.isDescending()) {
            all.add(new Criterion("sort", sort.name()));
            all.add(new Criterion("down", Boolean.toString(descending)));
        }
        return all.stream().map(Criterion::encoded).collect(Collectors.joining("&"));
    }

    /** What it demands beyond its list, one by one. */
    public List<Criterion> criteria() {
        List<Criterion> criteria = new ArrayList<>();
        add(criteria, "type", types);
        add(criteria, "status", statuses);
        add(criteria, "assignee", assignee == 0 ? List.of() : List.of(assignee));
        add(criteria, "days", days == 0 ? List.of() : List.of(days));
        add(criteria, "part", part.isEmpty() ? List.of() : List.of(part));
        return criteria;
    }

    private static <T extends Comparable<T>> void add(List<Criterion> criteria, String name, Collection<T> values) {
        new TreeSet<>(values).forEach(value -> criteria.add(new Criterion(name, value.toString())));
    }

    /** The same without one of its demands. */
    public WorkFilter without(Criterion criterion) {
        return parse(written(criteria().stream().filter(other -> !other.equals(criterion)).toList()));
    }

    /** The same in another order. */
    public WorkFilter sorted(WorkSort by, boolean lastFirst) {
        return new WorkFilter(list, types, statuses, assignee, days, part, by, lastFirst);
    }

    /** Where the row stands in this order: the page after it begins there, and nothing before it is read again. */
    public String key(WorkRow row) {
        return sort.key(row) + "_" + row.id();
    }

    /** Whether the text is too little to search by. Such a filter finds nothing, rather than everything. */
    public boolean isPartTooShort() {
        return !part.isEmpty() && part.codePoints().filter(Character::isLetterOrDigit).count() < SHORTEST_PART;
    }

    /** Whether nothing closed can be in it. */
    boolean isOpenOnly() {
        return list != WorkList.ALL || days > 0 || !statuses.isEmpty() && !statuses.contains(RequestStatus.CLOSED);
    }

    /** PostgreSQL cannot keep NUL, and nobody sees the difference between two ways to write an accent. */
    private static String cleaned(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\p{Cc}\\p{Cs}]", " ").strip();
        return plain.codePointCount(0, plain.length()) <= LONGEST_PART ? plain : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_PART)).strip();
    }
}
