package org.enrol.request.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When staff should have decided: so many working days after they got the ball. */
@ApplicationScoped
public class ServiceClock {

    private static final int WORKING_DAYS = 2;
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    /** The same time of day, so many working days later. */
    public Instant due(Instant from) {
        ZonedDateTime day = from.atZone(ZONE);
        for (int left = WORKING_DAYS; left > 0;) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day.toInstant();
    }
}
