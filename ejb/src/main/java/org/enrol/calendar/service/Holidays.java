package org.enrol.calendar.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.enrol.account.model.Role;
import org.enrol.account.service.Names;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;
import org.enrol.audit.service.CurrentActor;
import org.enrol.audit.service.NothingPersonal;
import org.enrol.calendar.model.BankHolidays;
import org.enrol.calendar.model.HolidayChange;
import org.enrol.calendar.model.Occasion;
import org.enrol.calendar.model.Region;
import org.enrol.calendar.model.WorkingTime;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;
import org.enrol.outbox.service.Outbox;

/** The calendars as staff see them and administrators change them. What a change means for what is due already is owed through the outbox. */
@Stateless
@RolesAllowed("ADMINISTRATOR")
public class Holidays {

    /** Topic of the outbox: the calendar has changed. */
    public static final String CHANGED = "calendar";
    private static final String FROM_THE_FIRST = "0";
    private static final String INSERT = """
            insert into holiday_change (region, day, off, name, changed_by, changed_at) values (:region, :day, :off, :name, :by, :now)
            on conflict on constraint holiday_change_once do nothing""";
    private static final int LONGEST_NAME = 100;
    private static final int YEARS_AHEAD = 5;

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    CurrentActor actor;
    @Inject
    AuditTrail audit;
    @Inject
    Names names;
    @Inject
    WorkingCalendar calendar;
    @Inject
    Outbox outbox;

    /** Whether this person may change them. */
    @RolesAllowed({"ADMINISTRATOR", "SUPPORT", "AUDITOR"})
    @NothingPersonal("about the caller alone")
    public boolean mayChange() {
        return actor.is(Role.ADMINISTRATOR.name());
    }

    /** The days off of a year, and those that were changed to be worked, by date. */
    @RolesAllowed({"ADMINISTRATOR", "SUPPORT", "AUDITOR"})
    @NothingPersonal("days off")
    public List<CalendarDay> year(Region region, int year) {
        List<HolidayChange> changes = em.createQuery("""
                        select c from HolidayChange c where c.region = :region and c.day between :first and :last""", HolidayChange.class)
                .setParameter("region", region).setParameter("first", LocalDate.of(year, 1, 1)).setParameter("last", LocalDate.of(year, 12, 31))
                .getResultList();
        Map<Long, String> called = names.of(changes.stream().map(HolidayChange::changedBy).collect(Collectors.toSet()));
        SortedMap<LocalDate, Occasion> rules = BankHolidays.of(region, year);
        SortedMap<LocalDate, CalendarDay> days = new TreeMap<>();
        rules.forEach((day, occasion) -> days.put(day, new CalendarDay(day, occasion, "", true, "")));
        changes.forEach(change -> days.put(change.day(), new CalendarDay(change.day(), rules.get(change.day()), change.name(), change.isOff(),
                called.getOrDefault(change.changedBy(), ""))));
        return List.copyOf(days.values());
    }

    /**
     * Nobody works that day.
     *
     * @param day null if it could not be read
     * @throws EnrolException CALENDAR_DAY at "day" for no Monday to Friday of the coming years, CALENDAR_NAME at "dayName"; CALENDAR_DAY_OFF at
     *                        "day" if it is off already or a bank holiday
     */
    public void add(Region region, LocalDate day, String name) {
        check(day, name);
        boolean added = !isBankHoliday(region, day) && insert(region, day, true, name.strip());
        tell(region, day, added, Refusal.at("day", ErrorCode.CALENDAR_DAY_OFF));
    }

    /** That day is worked, whether a bank holiday or added. @throws EnrolException CALENDAR_DAY_WORKED if it is already */
    public void remove(Region region, LocalDate day) {
        boolean removed = isBankHoliday(region, day) ? insert(region, day, false, "") : delete(region, day, true);
        tell(region, day, removed, Refusal.of(ErrorCode.CALENDAR_DAY_WORKED));
    }

    /** Takes back that a bank holiday is worked. @throws EnrolException CALENDAR_DAY_OFF if it is not */
    public void restore(Region region, LocalDate day) {
        tell(region, day, delete(region, day, false), Refusal.of(ErrorCode.CALENDAR_DAY_OFF));
    }

    private static boolean isBankHoliday(Region region, LocalDate day) {
        return BankHolidays.of(region, day.getYear()).containsKey(day);
    }

    private void check(LocalDate day, String name) {
        List<Refusal> problems = new ArrayList<>();
        int year = calendar.today().getYear();
        if (day == null || WorkingTime.isWeekend(day) || day.getYear() < year || day.getYear() > year + YEARS_AHEAD) {
            problems.add(Refusal.at("day", ErrorCode.CALENDAR_DAY));
        }
        if (name == null || name.isBlank() || name.strip().length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            problems.add(Refusal.at("dayName", ErrorCode.CALENDAR_NAME));
        }
        EnrolException.unlessEmpty(problems);
    }

    private boolean insert(Region region, LocalDate day, boolean off, String name) {
        return em.createNativeQuery(INSERT).setParameter("region", region.name()).setParameter("day", day).setParameter("off", off)
                .setParameter("name", name).setParameter("by", actor.accountId()).setParameter("now", clock.instant()).executeUpdate() == 1;
    }

    private boolean delete(Region region, LocalDate day, boolean off) {
        return em.createQuery("delete from HolidayChange c where c.region = :region and c.day = :day and c.off = :off")
                .setParameter("region", region).setParameter("day", day).setParameter("off", off).executeUpdate() == 1;
    }

    private void tell(Region region, LocalDate day, boolean changed, Refusal otherwise) {
        if (!changed) {
            throw new EnrolException(otherwise);
        }
        audit.record(actor.get(), AuditAction.CALENDAR_CHANGED, "calendar:" + region.slug() + ":" + day);
        if (region == calendar.region()) {
            outbox.add(CHANGED, FROM_THE_FIRST);
        }
    }
}
