package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;

/** What a page costs the database does not depend on how many rows it shows. */
class StatementsIT extends ClientTest {

    private static final int MANY = 30;

    @Test
    void aFullPageOfAListCostsAsManyStatementsAsAnAlmostEmptyOne() {
        Staff ada = Staff.administrator();
        String one = Filed.newWord();
        String many = Filed.newWord();
        Filed.request(one, "ASSIGNED", ada.id(), 1, 4);
        IntStream.range(0, MANY).forEach(i -> Filed.request(many, "ASSIGNED", Staff.administrator().id(), i, 4));

        List<String> few = Statements.of(() -> ada.visitor().open("/admin/requests?list=ALL&part=" + one));
        List<String> full = Statements.of(() -> ada.visitor().open("/admin/requests?list=ALL&part=" + many));

        assertThat(few).as("%s", few).isNotEmpty().hasSizeLessThanOrEqualTo(8);
        assertThat(full.size()).as("%s", full).isLessThanOrEqualTo(few.size());
    }

    @Test
    void aRequestWithALongHistoryAndManyApplicantsCostsNoMoreStatementsThanAShortOne() {
        Staff ada = Staff.administrator();
        long brief = withHistory(1);
        long rich = withHistory(MANY);

        List<String> few = Statements.of(() -> ada.visitor().open("/admin/request?id=" + brief));
        List<String> many = Statements.of(() -> ada.visitor().open("/admin/request?id=" + rich));

        assertThat(few).as("%s", few).isNotEmpty().hasSizeLessThanOrEqualTo(25);
        assertThat(many.size()).as("%s", many).isLessThanOrEqualTo(few.size());
    }

    @Test
    void anActCostsNoMoreStatementsWhateverCameBefore() {
        Staff ada = Staff.administrator();
        long rehearsed = withHistory(1);
        long brief = withHistory(1);
        long rich = withHistory(MANY);

        List<String> few = Statements.of(() -> press(ada, rehearsed), () -> press(ada, brief));
        List<String> many = Statements.of(() -> press(ada, brief), () -> press(ada, rich));

        assertThat(few).as("%s", few).isNotEmpty().hasSizeLessThanOrEqualTo(40);
        assertThat(many.size()).as("%s", many).isLessThanOrEqualTo(few.size());
    }

    /** Takes it, or is told that it is taken: a rehearsal may be repeated. */
    private static void press(Staff staff, long request) {
        Page page = staff.visitor().open("/admin/request?id=" + request);
        page.formsTo("/admin/request").filter(form -> form.fields().containsValue("Assign to me")).findFirst()
                .ifPresent(form -> staff.visitor().submit(Staff.pressed(page, "Assign to me", "", 0)));
    }

    /** As many steps by as many people, and as many who wait. */
    private static long withHistory(int length) {
        long request = Filed.unassigned(Filed.newWord(), 5);
        IntStream.rangeClosed(1, length).forEach(number -> {
            Filed.step(request, number == length ? "AWAITING_PICKUP" : "RETURNED", null, number == length ? 4 : null, Staff.administrator().id());
            Rows.change("""
                    insert into domain_wait (request_id, email, canonical_email, name, organisation, job, reason, evidence_link, language, asked_at)
                    values (?, ?, ?, 'Jo', 'Library', 'Clerk', 'Books', '', 'en', now())""", request, "jo" + number + "@w" + request + ".example",
                    "jo" + number + "@w" + request + ".example");
        });
        return request;
    }
}
