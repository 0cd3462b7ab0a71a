package org.enrol.calendar.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.enrol.calendar.model.Region;
import org.enrol.calendar.service.CalendarDay;
import org.enrol.calendar.service.Holidays;
import org.enrol.calendar.service.WorkingCalendar;
import org.enrol.error.EnrolException;
import org.enrol.page.faces.OwnPlace;

/** Backs admin/calendar.xhtml: the days off of a region and a year, which the address names. */
@Named
@RequestScoped
public class CalendarPage {

    @Inject
    Holidays holidays;
    @Inject
    WorkingCalendar calendar;
    @Inject
    OwnPlace places;
    @Inject
    HttpServletRequest request;
    private Region region;
    private int year;
    private String day;
    private String name;

    @PostConstruct
    void read() {
        region = Region.of(request.getParameter("region")).orElse(calendar.region());
        String asked = request.getParameter("year");
        year = asked != null && asked.matches("[12]\\d{3}") ? Year.parse(asked).getValue() : calendar.today().getYear();
    }

    public void add() {
        LocalDate added = date(day);
        holidays.add(region, added, name);
        show(added.getYear());
    }

    /**
     * Only by a form: a row's button names its day, since which rows there are may have changed since the page was shown.
     *
     * @throws EnrolException CALENDAR_DAY_OFF, CALENDAR_DAY_WORKED if it is so already
     */
    public void arrive() {
        LocalDate worked = date(request.getParameter("remove"));
        LocalDate off = date(request.getParameter("restore"));
        if (worked != null) {
            holidays.remove(region, worked);
            show(worked.getYear());
        } else if (off != null) {
            holidays.restore(region, off);
            show(off.getYear());
        }
    }

    private void show(int changed) {
        places.go("/admin/calendar?region=" + region.slug() + "&year=" + changed + "&done=true");
    }

    private static LocalDate date(String typed) {
        try {
            return typed == null ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    public List<CalendarDay> getDays() {
        return holidays.year(region, year);
    }

    public Region[] getRegions() {
        return Region.values();
    }

    public Region getRegion() {
        return region;
    }

    /** Whether the service works by the region that is shown. */
    public boolean isOurs() {
        return region == calendar.region();
    }

    /** Whether the person may change the days. */
    public boolean isChangeable() {
        return holidays.mayChange();
    }

    public int getYear() {
        return year;
    }

    public String getDay() {
        return day;
    }

    public void setDay(String day) {
        this.day = day;
    }

    public String getDayName() {
        return name;
    }

    public void setDayName(String name) {
        this.name = name;
    }
}
