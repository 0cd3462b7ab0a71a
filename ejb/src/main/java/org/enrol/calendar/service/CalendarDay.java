package org.enrol.calendar.service;

import java.time.LocalDate;
import org.enrol.calendar.model.Occasion;

/**
 * A day of a calendar that is no usual working day, or was none before somebody changed it.
 *
 * @param occasion  the bank holiday; null for a day that was added
 * @param name      of a day that was added, as typed; else empty
 * @param off       whether nobody works
 * @param changedBy who departed from the rules; empty for nobody
 */
public record CalendarDay(LocalDate day, Occasion occasion, String name, boolean off, String changedBy) {
}
