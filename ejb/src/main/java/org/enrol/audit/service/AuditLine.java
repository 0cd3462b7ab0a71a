package org.enrol.audit.service;

import java.io.Serializable;
import java.time.Instant;

/**
 * One line of the trail as staff see it.
 *
 * @param action  a name of the closed list, perhaps of another version
 * @param address empty unless asked for, or if it was erased
 * @param detail  the same
 * @param sealed  whether its seal is there already
 */
public record AuditLine(long id, Instant at, String action, String actor, String subject, String request, String address, String detail,
        boolean sealed) implements Serializable {

    /** Where a page of the list ends. */
    public record Key(Instant at, long id) implements Serializable {
    }

    public Key key() {
        return new Key(at, id);
    }
}
