package org.enrol.audit.service;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.enrol.audit.model.AuditAction;

/**
 * Which part of the trail somebody wants to see.
 *
 * @param action   null for all
 * @param actor    as the trail writes it, {@code account:7}; empty for all
 * @param subject  the same
 * @param request  the id on error pages and in the logs; empty for all
 * @param from     null for the beginning
 * @param until    the first moment that is not wanted any more; null for now
 * @param personal whether addresses and details are shown too, which is itself written down
 */
public record AuditFilter(AuditAction action, String actor, String subject, String request, Instant from, Instant until, boolean personal)
        implements Serializable {

    /** As the trail records what was looked at or exported. */
    public String description() {
        List<String> parts = new ArrayList<>();
        add(parts, "action", action);
        add(parts, "actor", actor);
        add(parts, "subject", subject);
        add(parts, "request", request);
        add(parts, "from", from);
        add(parts, "until", until);
        add(parts, "personal", personal ? "yes" : "");
        return String.join(" ", parts);
    }

    private static void add(List<String> parts, String name, Object value) {
        if (value != null && !value.toString().isEmpty()) {
            parts.add(name + "=" + value);
        }
    }
}
