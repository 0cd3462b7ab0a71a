package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;

/** A request that waits for another: released once, when that one is complete, ended with it, and held again with it. */
class ChainedRequestIT extends ClientTest {

    private static final int CROWD = 16;

    @Test
    void theSuccessorIsReleasedOnceHoweverOftenTheFirstIsCompletedAtOnce() throws Exception {
        Asked first = Asked.atNewDomain();
        Asked second = first.successor();
        Staff ben = first.readyToComplete();
        assertThat(second.status()).isEqualTo("DRAFT");
        Form form = Staff.pressed(ben.visitor().open("/admin/request?id=" + first.id()), "Complete", "Confirmed.", 0);
        List<Callable<Page>> presses = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            presses.add(() -> ben.visitor().submit(form));
        }

        List<Page> answers = Presses.atOnce(presses);

        assertThat(answers).filteredOn(answer -> answer.status() == 302).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(CROWD - 1);
        String reference = Rows.one("select reference from request where id = ?", first.id());
        assertThat(second.history()).containsExactly("1 system CREATE  DRAFT ", "2 system RELEASE DRAFT AWAITING_PICKUP " + reference);
        assertThat(Rows.one("select (due_at is not null)::text from request where id = ?", second.id())).isEqualTo("true");
        assertThat(Rows.count("""
                select count(*) from request_event f join request_event s on s.xmin = f.xmin
                where f.request_id = ? and f.action = 'COMPLETE' and s.request_id = ? and s.action = 'RELEASE'""", first.id(), second.id()))
                .as("in the same transaction").isEqualTo(1);
    }

    @Test
    void theSuccessorEndsWithTheFirstAndWaitsAgainWithIt() {
        Asked first = Asked.atNewDomain();
        Asked second = first.successor();
        Asked third = second.successor();
        Staff ada = Staff.administrator();
        ada.does(first.id(), "Assign", "", ada.id());

        ada.does(first.id(), "Reject", "Not public.", 0);
        assertThat(second.status()).isEqualTo("CLOSED");
        assertThat(Rows.list("select outcome from request where id in (?, ?)", second.id(), third.id()))
                .containsExactly("PREDECESSOR_FAILED", "PREDECESSOR_FAILED");
        assertThat(ada.visitor().open("/admin/request?id=" + second.id()).words()).doesNotContain("Reopen");

        ada.does(first.id(), "Reopen", "New evidence.", 0);
        assertThat(List.of(second.status(), third.status())).containsOnly("DRAFT");
        assertThat(second.history()).extracting(line -> line.split(" ")[2]).containsExactly("CREATE", "CASCADE", "CASCADE");
    }

    @Test
    void nobodyEndsWhatWaits() {
        Asked second = Asked.atNewDomain().successor();
        Staff ada = Staff.administrator();

        Page page = ada.visitor().open("/admin/request?id=" + second.id());
        assertThat(page.words()).contains("waits for the one before it");
        ada.visitor().submit(Staff.pressed(page, "Close", "Away with it.", 0));

        assertThat(second.status()).isEqualTo("DRAFT");
    }

    @Test
    void theDatabaseLetsNoSuccessorGoBeforeItsTime() {
        Asked first = Asked.atNewDomain();
        Asked second = first.successor();

        assertRefused("request_waits", """
                with moved as (update request set status = 'AWAITING_PICKUP', events = 2 where id = ? returning id)
                insert into request_event (request_id, number, at, actor, action, from_status, to_status, comment)
                select id, 2, now(), 'system', 'RELEASE', 'DRAFT', 'AWAITING_PICKUP', '' from moved""", second.id());
        assertRefused("request_one_successor", "update request set previous_request_id = ? where id = ?", first.id(), second.successor().id());
    }

    @Test
    void theDatabaseRefusesAChangeThatTheHistoryDoesNotTell() {
        Asked asked = Asked.atNewDomain();

        assertRefused("changes by one event at a time", "update request set status = 'CLOSED', outcome = 'WITHDRAWN', open_key = null, due_at = null,"
                + " clock_since = null where id = ?", asked.id());
        assertRefused("does not tell what changed", "update request set status = 'CLOSED', outcome = 'WITHDRAWN', open_key = null, due_at = null,"
                + " clock_since = null, events = events + 1 where id = ?", asked.id());
        assertRefused("does not tell what changed", """
                with moved as (update request set status = 'CLOSED', outcome = 'WITHDRAWN', open_key = null, due_at = null, clock_since = null,
                  events = events + 1 where id = ? returning id, events)
                insert into request_event (request_id, number, at, actor, action, from_status, to_status, comment)
                select id, events, now(), 'system', 'EXPIRE', 'AWAITING_PICKUP', 'RETURNED', '' from moved""", asked.id());
        assertRefused("follows nothing", """
                insert into request_event (request_id, number, at, actor, action, from_status, to_status, comment)
                values (?, 3, now(), 'system', 'EXPIRE', 'AWAITING_PICKUP', 'CLOSED', '')""", asked.id());
        assertRefused("no history", """
                insert into request (reference, type, status, target, title, open_key, created_at, changed_at, events, version)
                values ('X', 'EMAIL_DOMAIN', 'DRAFT', 'x', 'x', 'x', now(), now(), 0, 0)""");
        assertThat(asked.status()).isEqualTo("AWAITING_PICKUP");
    }

    @Test
    void theDatabaseKeepsWhatWasDoneAndRunsTheClockOnlyForStaff() {
        Asked asked = Asked.atNewDomain();
        Staff ben = asked.readyToComplete();
        ben.does(asked.id(), "Complete", "Confirmed.", 0);

        assertRefused("is complete", "update request set status = 'RETURNED', events = events + 1 where id = ?", asked.id());
        assertRefused("request_clock", "update request set due_at = now(), clock_since = now(), clock_left = 1 where id = ?", asked.id());
        assertRefused("request_researcher_has_owner", """
                insert into request (reference, type, status, target, title, open_key, created_at, changed_at, events, version)
                values ('Y', 'JOIN_ORGANISATION', 'DRAFT', 'y', 'y', 'y', now(), now(), 0, 0)""");
    }

    private static void assertRefused(String why, String sql, Object... values) {
        assertThatThrownBy(() -> Rows.change(sql, values)).as(sql).hasStackTraceContaining(why);
    }
}
