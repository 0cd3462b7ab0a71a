package org.enrol.calendar.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** A day on which an administrator departed from the bank holidays: off though they do not say so, or worked though they do. */
@Entity
public class HolidayChange {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Region region;
    @Column(nullable = false, updatable = false)
    private LocalDate day;
    /** True: nobody works. False: the bank holiday is worked. */
    @Column(nullable = false, updatable = false)
    private boolean off;
    /** Why, as the administrator wrote it; empty for a bank holiday that is worked. */
    @Column(nullable = false, updatable = false)
    private String name;
    @Column(nullable = false, updatable = false)
    private long changedBy;
    @Column(nullable = false, updatable = false)
    private Instant changedAt;

    protected HolidayChange() {
    }

    /** Adds the day to the days off, or takes it out. */
    public void applyTo(Set<LocalDate> daysOff) {
        if (off) {
            daysOff.add(day);
        } else {
            daysOff.remove(day);
        }
    }

    public LocalDate day() {
        return day;
    }

    public boolean isOff() {
        return off;
    }

    public String name() {
        return name;
    }

    public long changedBy() {
        return changedBy;
    }
}
