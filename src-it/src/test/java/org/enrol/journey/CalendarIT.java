package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;

/** The calendar of the back office, and what a change of it does to what is due. */
class CalendarIT extends ClientTest {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @Test
    void aDayOffMovesWhatIsDueAndTakingItAwayMovesItBack() {
        Asked asked = Asked.atNewDomain();
        Staff ada = Staff.administrator();
        String due = dueAt(asked);
        // The working day on which it is due: off, so that it is due a day later.
        String day = Rows.one("select (due_at at time zone 'Europe/London')::date::text from request where id = ?", asked.id());

        Page added = add(ada, "england-and-wales", day, "Day of the King");
        assertThat(added.leadsTo()).as("%s", added).contains("done=true");
        Awaitility.await().atMost(A_MINUTE).until(() -> !dueAt(asked).equals(due));
        assertThat(ada.visitor().follow(added).words()).contains("Day of the King", "Off", ada.name());
        assertThat(Rows.one("select actor from audit_entry where action = 'CALENDAR_CHANGED' and subject = ?", "calendar:england-and-wales:" + day))
                .isEqualTo("account:" + ada.id());
        assertThat(add(ada, "england-and-wales", day, "Again").error("day")).contains("off already");

        assertThat(press(ada, "england-and-wales", day.substring(0, 4), "remove", day).leadsTo()).contains("done=true");
        Awaitility.await().atMost(A_MINUTE).until(() -> dueAt(asked).equals(due));
    }

    @Test
    void aBankHolidayIsWorkedAndTakenBackAndASecondPressIsToldSo() {
        Staff ada = Staff.administrator();
        assertThat(ada.visitor().open("/admin/calendar?region=scotland&year=2027").words()).contains("St Andrew’s Day", "Tuesday");

        assertThat(press(ada, "scotland", "2027", "remove", "2027-11-30").leadsTo()).contains("region=scotland&year=2027&done=true");
        assertThat(ada.visitor().open("/admin/calendar?region=scotland&year=2027").words()).contains("Working day", ada.name());
        assertThat(press(ada, "scotland", "2027", "remove", "2027-11-30").status()).isEqualTo(409);
        assertThat(press(ada, "scotland", "2027", "restore", "2027-11-30").leadsTo()).contains("done=true");
        assertThat(Rows.count("select count(*) from holiday_change where region = 'SCOTLAND'")).isZero();
    }

    @Test
    void whatCannotBeADayOffIsRefusedAtItsField() {
        Staff ada = Staff.administrator();

        assertThat(add(ada, "scotland", "2027-02-06", "A Saturday").error("day")).contains("Monday to Friday");
        assertThat(add(ada, "scotland", "soon", " ").refusedFields()).containsExactly("day", "dayName");
        assertThat(add(ada, "scotland", "2027-12-27", "Christmas").error("day")).contains("off already");
    }

    @Test
    void supportReadsTheCalendarAndChangesNothing() {
        Staff support = Staff.with("SUPPORT");
        Page page = support.visitor().open("/admin/calendar");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.words()).contains("Boxing Day").doesNotContain("Add a day off", "Make it a working day");
        Form forced = page.formsTo("/admin/calendar").findFirst().orElseThrow().with("remove", "2027-12-27");
        assertThat(support.visitor().submit(forced).status()).isEqualTo(403);
        assertThat(Buyer.active().visitor().open("/admin/calendar").status()).isEqualTo(403);
    }

    private static Page add(Staff staff, String region, String day, String name) {
        Form form = staff.visitor().open("/admin/calendar?region=" + region).formsTo("/admin/calendar")
                .filter(candidate -> candidate.id().equals("form")).findFirst().orElseThrow();
        return staff.visitor().submit(form.with("day", day).with("dayName", name));
    }

    private static Page press(Staff staff, String region, String year, String button, String day) {
        Form form = staff.visitor().open("/admin/calendar?region=" + region + "&year=" + year).formsTo("/admin/calendar")
                .filter(candidate -> candidate.id().equals("days")).findFirst().orElseThrow();
        return staff.visitor().submit(form.with(button, day));
    }

    private static String dueAt(Asked asked) {
        return Rows.one("select due_at::text from request where id = ?", asked.id());
    }
}
