package org.enrol.retention.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.enrol.audit.service.AuditErasure;

/**
 * Erases what identifies people in old entries of the audit trail, a whole day at a time, in short transactions. If several nodes do it at
 * once, one of them works and the others leave it alone.
 */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditRetention {

    private static final Logger LOGGER = System.getLogger(AuditRetention.class.getName());

    @Inject
    AuditErasure erasure;
    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "enrol.audit.personal.retention", defaultValue = "P365D")
    Duration personal;
    @Inject
    @ConfigProperty(name = "enrol.retention.dry.run", defaultValue = "false")
    boolean dryRun;

    @Schedule(hour = "*", minute = "37", persistent = false, info = "audit-retention")
    public void sweep() {
        Instant before = clock.instant().minus(personal).truncatedTo(ChronoUnit.DAYS);
        if (dryRun) {
            LOGGER.log(Level.INFO, "Dry run: the personal part of {0} entries of the audit trail from before {1} would be erased",
                    erasure.due(before), before);
            return;
        }
        long erased = 0;
        for (long batch = erasure.eraseBatch(before); batch > 0; batch = erasure.eraseBatch(before)) {
            erased += batch;
        }
        LOGGER.log(Level.INFO, "Erased the personal part of {0} entries of the audit trail from before {1}", erased, before);
    }
}
