package org.enrol.request.service;

import java.time.Duration;
import java.time.Instant;

/** How much a request presses. */
public enum Urgency {

    NONE, DUE_SOON, OVERDUE, CRITICAL;

    private static final Duration SOON = Duration.ofDays(1);
    private static final Duration LONG = Duration.ofDays(5);

    /** @param dueAt null if it is not the staff who have to act */
    static Urgency of(Instant dueAt, Instant now) {
        if (dueAt == null || dueAt.isAfter(now.plus(SOON))) {
            return NONE;
        }
        if (dueAt.isAfter(now)) {
            return DUE_SOON;
        }
        return dueAt.isAfter(now.minus(LONG)) ? OVERDUE : CRITICAL;
    }
}
