package org.enrol.retention.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.enrol.account.service.Sessions;
import org.enrol.registration.service.Registrations;
import org.enrol.throttle.service.Throttle;

/** Forgets what is over: counters, sessions, and sign-ups that were never finished. Harmless if several nodes do it at once. */
@Singleton
@PermitAll
public class Sweep {

    private static final Logger LOGGER = System.getLogger(Sweep.class.getName());
    private static final Duration UNFINISHED = Duration.ofDays(30);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

    @Inject
    Throttle throttle;
    @Inject
    Sessions sessions;
    @Inject
    Registrations registrations;

    @Schedule(hour = "*", minute = "17", persistent = false, info = "sweep")
    public void sweep() {
        LOGGER.log(Level.INFO, "Swept {0} counters, {1} sessions, {2} unfinished registrations",
                throttle.sweep(LONGEST_WINDOW), sessions.sweep(), registrations.forgetUnfinished(UNFINISHED));
    }
}
