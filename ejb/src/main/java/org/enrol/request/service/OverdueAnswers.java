package org.enrol.request.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.enrol.error.EnrolException;
import org.enrol.request.model.SystemStep;

/**
 * Closes what has waited too long for the applicant: complete requests that nobody acknowledged, returned ones that nobody answered. Each in a
 * transaction of its own. Harmless if several nodes do it at once: the version of the request lets one through.
 */
@Singleton
@PermitAll
public class OverdueAnswers {

    private static final Logger LOGGER = System.getLogger(OverdueAnswers.class.getName());
    private static final int BATCH = 500;

    @Inject
    Clock clock;
    @Inject
    SystemCommands commands;
    @Inject
    @ConfigProperty(name = "enrol.acknowledge.after", defaultValue = "P14D")
    Duration acknowledgeAfter;
    @Inject
    @ConfigProperty(name = "enrol.answer.within", defaultValue = "P30D")
    Duration answerWithin;

    @Schedule(hour = "*", minute = "*/10", second = "7", persistent = false, info = "overdue-answers")
    public void close() {
        int acknowledged = expire(SystemStep.TAKE_AS_ACKNOWLEDGED, acknowledgeAfter);
        int given = expire(SystemStep.GIVE_UP_WAITING, answerWithin);
        if (acknowledged + given > 0) {
            LOGGER.log(Level.INFO, "Closed {0} requests that nobody acknowledged and {1} that nobody answered", acknowledged, given);
        }
    }

    private int expire(SystemStep step, Duration patience) {
        Instant limit = clock.instant().minus(patience);
        return commands.waitingSince(step, limit, BATCH).stream().mapToInt(id -> expire(id, step, limit)).sum();
    }

    /** Somebody who acts at this very moment goes first; the next run looks again. */
    private int expire(long id, SystemStep step, Instant limit) {
        try {
            return commands.expire(id, step, limit) ? 1 : 0;
        } catch (EnrolException e) {
            LOGGER.log(Level.INFO, "Request {0} moved on while its time ran out: {1}", id, e.getMessage());
            return 0;
        }
    }
}
