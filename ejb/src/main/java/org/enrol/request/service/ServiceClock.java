package org.enrol.request.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.enrol.calendar.service.WorkingCalendar;
import org.enrol.request.model.Request;

/** Until when staff should have decided: so many working days in which they have the ball. */
@ApplicationScoped
public class ServiceClock {

    @Inject
    WorkingCalendar calendar;
    @Inject
    @ConfigProperty(name = "enrol.working.days", defaultValue = "2")
    int workingDays;

    /** The clock starts, stops or goes on, as the ball has moved. */
    public void follow(Request request, Instant at) {
        request.keepTime(calendar.now(), Duration.ofDays(workingDays), at);
    }
}
