package org.enrol.calendar.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.enrol.calendar.model.BankHolidays;
import org.enrol.calendar.model.HolidayChange;
import org.enrol.calendar.model.Region;
import org.enrol.calendar.model.WorkingTime;

/** The calendar that the service works by. Its changes are read whenever it is asked: a new one holds at once on every node. */
@Stateless
@PermitAll
public class WorkingCalendar {

    /** As far as a clock that started long ago, or has long to run, may reach. */
    private static final int YEARS_AROUND = 2;

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "enrol.holidays", defaultValue = "england-and-wales")
    Region region;
    @Inject
    @ConfigProperty(name = "enrol.time.zone", defaultValue = "Europe/London")
    ZoneId zone;

    /** Whose bank holidays are kept. */
    public Region region() {
        return region;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** The time that counts, as the calendar stands now. */
    public WorkingTime now() {
        int year = Year.from(today()).getValue();
        Set<LocalDate> off = IntStream.rangeClosed(year - YEARS_AROUND, year + YEARS_AROUND)
                .mapToObj(y -> BankHolidays.of(region, y)).map(Map::keySet).flatMap(Set::stream).collect(Collectors.toSet());
        em.createQuery("select c from HolidayChange c where c.region = :region", HolidayChange.class).setParameter("region", region)
                .getResultList().forEach(change -> change.applyTo(off));
        return new WorkingTime(zone, off);
    }
}
