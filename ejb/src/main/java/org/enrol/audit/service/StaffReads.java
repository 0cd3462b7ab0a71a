package org.enrol.audit.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import org.enrol.audit.model.Actor;
import org.enrol.audit.model.AuditAction;
import org.enrol.throttle.service.Limit;
import org.enrol.throttle.service.Throttle;

/**
 * Writes down that staff looked at personal data. The first look of a person at a subject counts, and the next one an hour later: paging,
 * sorting and reloading would otherwise bury what matters. Counted for all nodes together.
 */
@Stateless
@PermitAll
public class StaffReads {

    private static final Limit ONCE_AN_HOUR = new Limit("staff-read", 1, Duration.ofHours(1));
    private static final int LONGEST = 2_000;

    @Inject
    AuditTrail audit;
    @Inject
    CurrentActor actor;
    @Inject
    Throttle throttle;

    /**
     * Call it in the service that hands personal data of others to a member of staff.
     *
     * @param subject whose data, as {@code account:7}; for a list its name
     * @param detail  what was searched for, and of a list the first and the last that was shown; empty for none
     */
    public void note(String subject, String detail) {
        Actor reader = actor.get();
        if (throttle.admit(ONCE_AN_HOUR, reader + " " + subject + " " + detail)) {
            audit.record(reader, AuditAction.PERSONAL_DATA_READ, subject, detail.substring(0, Math.min(LONGEST, detail.length())));
        }
    }
}
