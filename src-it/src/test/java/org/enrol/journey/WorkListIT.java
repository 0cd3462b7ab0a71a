package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;

/** The work lists as administrators read them: what is in them, in which order, how one gets on in them and back to them. */
class WorkListIT extends ClientTest {

    private static final Pattern ROW = Pattern.compile("<tr id=\"r(\\d+)\"");
    private static final Pattern ROW_LINK = Pattern.compile("<tr id=\"r\\d+\".*?<a href=\"([^\"]+)\"", Pattern.DOTALL);

    @Test
    void whatIsMineComesFirstAndWhatNobodyHasWhereNothingIs() {
        Staff ada = Staff.administrator();
        String word = Filed.newWord();
        Filed.unassigned(word, 24 * 3000);

        assertThat(current(ada.visitor().open("/admin/requests"))).startsWith("Unassigned");
        long mine = Filed.request(Filed.newWord(), "ASSIGNED", ada.id(), 5, 4);
        Page page = ada.visitor().open("/admin/requests");

        assertThat(current(page)).isEqualTo("Mine 1");
        assertThat(rows(page)).containsExactly(mine);
    }

    @Test
    void everyListHoldsWhatItSaysAndMarksWhatPressesInWords() {
        Staff ada = Staff.administrator();
        String word = Filed.newWord();
        long unassigned = Filed.unassigned(word, 1);
        long waiting = Filed.request(word, "RETURNED", null, 2, null);
        long soon = Filed.request(word, "ASSIGNED", ada.id(), 3, 4);
        long overdue = Filed.request(word, "ASSIGNED", ada.id(), 4, -4);
        long critical = Filed.request(word, "AWAITING_PICKUP", null, 400, -300);
        long closed = Filed.request(word, "CLOSED", ada.id(), 500, null);

        assertThat(found(ada, "list=MINE&part=" + word)).containsExactly(overdue, soon);
        assertThat(found(ada, "list=UNASSIGNED&part=" + word)).containsExactly(critical, unassigned);
        assertThat(found(ada, "list=WAITING&part=" + word)).containsExactly(waiting);
        assertThat(found(ada, "list=OVERDUE&part=" + word)).containsExactly(critical, overdue);
        assertThat(found(ada, "list=ALL&part=" + word)).containsExactly(unassigned, waiting, soon, overdue, critical, closed);
        String words = ada.visitor().open("/admin/requests?list=ALL&part=" + word).words();
        assertThat(words).contains("Due soon").contains("Critically overdue").containsPattern("(?<!Critically )Overdue");
    }

    @Test
    void everyFilterNarrowsAndComesOffAgainByItsTag() {
        Staff ada = Staff.administrator();
        Staff ben = Staff.administrator();
        String word = Filed.newWord();
        long old = Filed.request(word, "ASSIGNED", ada.id(), 24 * 6, 4);
        long young = Filed.request(word, "APPROVED_PENDING", ben.id(), 2, 4);
        long closed = Filed.request(word, "CLOSED", ben.id(), 24 * 9, null);
        String all = "list=ALL&part=" + word;

        assertThat(found(ada, all + "&status=ASSIGNED&status=CLOSED")).containsExactly(old, closed);
        assertThat(found(ada, all + "&assignee=" + ben.id())).containsExactly(young, closed);
        assertThat(found(ada, all + "&days=5")).containsExactly(old);
        assertThat(found(ada, all + "&type=EMAIL_DOMAIN&status=APPROVED_PENDING&assignee=" + ben.id())).containsExactly(young);
        Page page = ada.visitor().open("/admin/requests?" + all + "&days=5&assignee=" + ada.id());
        assertThat(page.words()).contains("Remove filter: Open 5 days or more ×").contains("Remove filter: Assigned to: " + ada.name());
        String without = link(page, "Open 5 days or more").orElseThrow();
        assertThat(without).contains("assignee=" + ada.id()).contains("part=" + word).doesNotContain("days");
        assertThat(rows(ada.visitor().open(without))).containsExactly(old);
    }

    @Test
    void anyPartOfTitleOrReferenceIsFoundInAnyCaseAndLessThanThreeLettersIsExplained() {
        Staff ada = Staff.administrator();
        String word = Filed.newWord();
        long request = Filed.unassigned("The 100%_Town\\Library of " + word, 1);
        String reference = Rows.one("select reference from request where id = ?", request);

        assertThat(found(ada, "list=ALL&part=" + encoded("town\\libRARY of " + word.toUpperCase()))).containsExactly(request);
        assertThat(found(ada, "list=ALL&part=" + encoded("100%_town"))).contains(request);
        assertThat(found(ada, "list=ALL&part=" + encoded("100__town"))).doesNotContain(request);
        assertThat(found(ada, "list=ALL&part=" + reference.toLowerCase())).contains(request);
        Page hint = ada.visitor().open("/admin/requests?list=ALL&part=a-b");
        assertThat(hint.error("part")).isEqualTo("Enter at least 3 letters or digits");
        assertThat(rows(hint)).isEmpty();
        for (String odd : List.of("%", "___", "'; drop table request;--", "\\\\\\", "<b>&amp;</b>", "🐈🐈🐈", "مكتبة", "x".repeat(5000))) {
            assertThat(ada.visitor().open("/admin/requests?list=ALL&part=" + encoded(odd)).status()).as(odd).isEqualTo(200);
        }
    }

    @Test
    void whatAnAddressHasWrongIsLeftOut() {
        Staff ada = Staff.administrator();

        for (String query : List.of("list=NOWHERE&status=LOST&type=&assignee=x&days=-1&sort=TITLE&down=maybe", "after=1_2", "before=infinity_1&list=ALL",
                "after=2026-99-99T00:00:00Z_1&list=ALL", "after=" + encoded("' or true_1"), "=&&=&a", "list=ALL&after=infinity_999999999999999999")) {
            assertThat(ada.visitor().open("/admin/requests?" + query).status()).as(query).isEqualTo(200);
        }
    }

    @Test
    void everyOrderIsWalkedForwardsAndBackWithoutMissingOrRepeatingARow() {
        Staff ada = Staff.administrator();
        String word = Filed.newWord();
        List<Long> made = new ArrayList<>(IntStream.range(0, 60)
                .mapToObj(i -> Filed.request(word, i % 3 == 0 ? "RETURNED" : "AWAITING_PICKUP", null, i / 4, i % 3 == 0 ? null : i / 2 - 10)).toList());
        Collections.sort(made);

        for (String order : List.of("CREATED&down=false", "CREATED&down=true", "CHANGED&down=false", "CHANGED&down=true", "DUE&down=false", "DUE&down=true")) {
            Page first = ada.visitor().open("/admin/requests?list=ALL&part=" + word + "&sort=" + order);
            Page second = ada.visitor().open(link(first, "Next page").orElseThrow());
            Page third = ada.visitor().open(link(second, "Next page").orElseThrow());
            List<Long> walked = new ArrayList<>(rows(first));
            walked.addAll(rows(second));
            walked.addAll(rows(third));

            assertThat(walked).as(order).containsExactlyInAnyOrderElementsOf(made);
            assertThat(walked).as(order).isEqualTo(ordered(word, order));
            assertThat(link(third, "Next page")).isEmpty();
            assertThat(rows(ada.visitor().open(link(third, "Previous page").orElseThrow()))).as(order).isEqualTo(rows(second));
            assertThat(link(first, "Previous page")).isEmpty();
        }
    }

    @Test
    void fromARequestOneComesBackToPageAndRowAndOnToTheNextAfterADecision() {
        Staff ada = Staff.administrator();
        String word = Filed.newWord();
        List<Long> made = IntStream.range(0, 30).mapToObj(i -> Filed.unassigned(word + " " + (char) ('a' + i % 26) + i, 100 - i)).toList();
        Page second = ada.visitor().open(link(ada.visitor().open("/admin/requests?list=UNASSIGNED&part=" + word), "Next page").orElseThrow());
        assertThat(rows(second)).isEqualTo(made.subList(25, 30));

        Page request = ada.visitor().open(rowLink(second, 1));
        String back = link(request, "Back to the list").orElseThrow();
        assertThat(rows(ada.visitor().open(back.replaceFirst("#.*", "")))).isEqualTo(rows(second));
        assertThat(back).endsWith("#r" + made.get(26));
        Page done = ada.visitor().follow(ada.visitor().submit(Staff.pressed(request, "Assign to me", "", 0)));

        assertThat(link(done, "Back to the list")).contains(back);
        String next = link(done, "Next in the list").orElseThrow();
        assertThat(next).startsWith("/admin/request?id=" + made.get(27) + "&");
        Page last = ada.visitor().open(rowLink(ada.visitor().open(back.replaceFirst("#.*", "")), 3));
        assertThat(link(last, "Next in the list").orElseThrow()).as("after the last comes the first").startsWith("/admin/request?id=" + made.get(0) + "&");
    }

    @Test
    void anAddressFromOutsideNeverBecomesTheWayBack() {
        Staff ada = Staff.administrator();
        long request = Filed.unassigned(Filed.newWord(), 1);

        for (String work : List.of("//evil.example", "https://evil.example/", "list=ALL\" onclick=\"x", "javascript:alert(1)")) {
            Page page = ada.visitor().open("/admin/request?id=" + request + "&work=" + encoded(work) + "&at=" + encoded("\"><script>"));
            assertThat(link(page, "Back to the list").orElseThrow()).as(work).startsWith("/admin/requests?list=ALL");
            assertThat(page.body()).doesNotContain("evil.example").doesNotContain("<script>\"").doesNotContain("onclick=\"x");
        }
    }

    @Test
    void whoeverIsSecondIsToldWhoDidWhatAndSeesHowThingsStandNow() {
        Staff ada = Staff.administrator();
        Staff ben = Staff.administrator();
        long request = Filed.unassigned(Filed.newWord(), 1);
        Page seenByBen = ben.visitor().open("/admin/request?id=" + request);
        ada.does(request, "Assign to me", "I know them.", 0);

        Page second = ben.visitor().submit(Staff.pressed(seenByBen, "Assign to me", "", 0));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.words()).contains("What happened since you opened this page").containsPattern("· " + ada.name() + " · [^·]*\\d\\d:\\d\\d");
        assertThat(second.words()).contains("Assigned to: " + ada.name());
        assertThat(Rows.one("select assignee_id from request where id = ?", request)).isEqualTo(Long.toString(ada.id()));
    }

    private static List<Long> ordered(String word, String order) {
        String column = order.startsWith("DUE") ? "coalesce(due_at, 'infinity')" : order.startsWith("CREATED") ? "created_at" : "changed_at";
        String way = order.endsWith("true") ? " desc" : "";
        return Rows.list("select id from request where title = ? order by " + column + way + ", id" + way, word).stream().map(Long::valueOf).toList();
    }

    private static List<Long> found(Staff staff, String query) {
        Page page = staff.visitor().open("/admin/requests?" + query);
        assertThat(page.status()).as(query).isEqualTo(200);
        return rows(page);
    }

    private static List<Long> rows(Page page) {
        return ROW.matcher(page.body()).results().map(row -> Long.valueOf(row.group(1))).toList();
    }

    private static String rowLink(Page page, int row) {
        return Page.unescaped(ROW_LINK.matcher(page.body()).results().skip(row).findFirst().orElseThrow().group(1));
    }

    /** The address of the link whose words contain these. */
    private static Optional<String> link(Page page, String words) {
        return Pattern.compile("<a href=\"([^\"]*)\"[^>]*>(.*?)</a>", Pattern.DOTALL).matcher(page.body()).results()
                .filter(link -> Page.text(link.group(2)).contains(words)).map(link -> Page.unescaped(link.group(1))).findFirst();
    }

    private static String current(Page page) {
        Matcher link = Pattern.compile("<a href=\"/admin/requests\\?list=[A-Z]+\" aria-current=\"page\">(.*?)</a>", Pattern.DOTALL).matcher(page.body());
        return link.find() ? Page.text(link.group(1)) : "";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
