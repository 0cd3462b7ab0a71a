package org.enrol.error;

import java.util.Map;
import java.util.Objects;

/**
 * One reason why something was refused.
 *
 * @param field     the answer it is about, by its name on the page and in the API; empty if it is about the whole
 * @param arguments what the text mentions, by the names that the bundle uses
 */
public record Refusal(ErrorCode code, String field, Map<String, Object> arguments) {

    public Refusal {
        Objects.requireNonNull(code);
        Objects.requireNonNull(field);
        arguments = Map.copyOf(arguments);
    }

    public static Refusal of(ErrorCode code) {
        return new Refusal(code, "", Map.of());
    }

    public static Refusal at(String field, ErrorCode code) {
        return new Refusal(code, field, Map.of());
    }

    public static Refusal at(String field, ErrorCode code, Map<String, Object> arguments) {
        return new Refusal(code, field, arguments);
    }
}
