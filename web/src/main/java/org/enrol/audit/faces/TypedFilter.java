package org.enrol.audit.faces;

import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditFilter;

/** The filter as it stands in the address of the page, so that it can be kept and passed on. What cannot be understood counts as not given. */
final class TypedFilter implements Serializable {

    static final String[] NAMES = {"action", "actor", "subject", "request", "from", "until", "personal"};
    private static final long serialVersionUID = 1L;
    /** No column is longer, and no line of the trail could match. */
    private static final int LONGEST = 60;

    private final TreeMap<String, String> values = new TreeMap<>();

    static TypedFilter of(UnaryOperator<String> parameters) {
        TypedFilter filter = new TypedFilter();
        Stream.of(NAMES).forEach(name -> filter.set(name, parameters.apply(name)));
        return filter;
    }

    void set(String name, String value) {
        values.put(name, value == null ? "" : value.strip());
    }

    String get(String name) {
        return values.getOrDefault(name, "");
    }

    AuditFilter toFilter() {
        return new AuditFilter(action(), text("actor"), text("subject"), text("request"), moment("from", 0), moment("until", 1),
                get("personal").equals("true"));
    }

    /** With the question mark; empty if nothing is filtered. */
    String query() {
        String query = values.entrySet().stream().filter(value -> !value.getValue().isEmpty()).map(TypedFilter::pair).collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static String pair(Map.Entry<String, String> value) {
        return value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8);
    }

    private AuditAction action() {
        return Stream.of(AuditAction.values()).filter(action -> action.name().equals(get("action"))).findFirst().orElse(null);
    }

    private String text(String name) {
        String value = get(name);
        return value.substring(0, Math.min(LONGEST, value.length())).replace("\0", "");
    }

    /** In UTC, as the page shows times. @param ahead minutes: the end of a span is the last minute that is wanted, or the last day */
    private Instant moment(String name, long ahead) {
        String value = get(name);
        try {
            if (value.isEmpty()) {
                return null;
            }
            if (value.length() == "2026-01-31".length()) {
                return LocalDate.parse(value).plusDays(ahead).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            return LocalDateTime.parse(value).truncatedTo(ChronoUnit.MINUTES).plusMinutes(ahead).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
