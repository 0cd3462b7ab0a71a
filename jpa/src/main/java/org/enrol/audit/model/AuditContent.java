package org.enrol.audit.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What an entry of the trail says, as it is signed when written and sealed afterwards.
 *
 * @param at      to the microsecond, which is what the database keeps
 * @param action  the name of an {@link AuditAction}; as text, because the trail outlives every version of the list
 * @param actor   as {@link Actor#toString} writes it
 * @param subject what it was done to, as {@code registration:7}
 * @param request the request id that also stands in the logs; empty for the system's own work
 */
public record AuditContent(long id, Instant at, String action, String actor, String subject, String request) {

    public AuditContent {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** The one form that is signed and sealed. */
    public byte[] canonical() {
        return CanonicalForm.of("enrol-audit-entry-1").with(id).with(at).with(action).with(actor).with(subject).with(request).bytes();
    }
}
