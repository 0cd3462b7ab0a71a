package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.awaitility.Awaitility;
import org.enrol.surroundings.ClientTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.as.arquillian.container.ManagementClient;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;

/** One action over everything that matches a filter. */
class BulkIT extends ClientTest {

    private static final int MANY = 300;
    /** Those of a job that a second administrator has to confirm. */
    private static final int FOUR_EYES = 50;
    private static final Duration WORK = Duration.ofSeconds(60);
    private static final AtomicInteger FILTERS = new AtomicInteger();

    @ArquillianResource
    private ManagementClient management;
    private final Staff ada = Staff.administrator();
    private final Staff ben = Staff.administrator();
    private final String tag = "bulk" + FILTERS.incrementAndGet() + "x";

    @Test
    void threeHundredThatMatchTheFilterAreAssignedAndEachHasItsResult() {
        unassigned(MANY);

        long job = orders("ASSIGN", "", ben.id());
        Page prepared = ada.visitor().open("/admin/bulk-job?id=" + job);
        assertThat(prepared.heading()).isEqualTo("Assign: 300 requests");
        assertThat(prepared.words()).contains("Not started", "300");
        assertThat(events("ASSIGN")).as("nothing happens before it is started").isZero();
        Form start = Buttons.pressed(prepared, "Start");
        ada.visitor().submit(start);
        ada.visitor().submit(start);
        awaitStatus(job, "DONE");

        assertThat(Rows.count("select count(*) from request where title like ? and assignee_id = ?", tag + "%", ben.id())).isEqualTo(MANY);
        assertOnceEach("ASSIGN");
        assertThat(Rows.list("select distinct actor from request_event e join request r on r.id = e.request_id where title like ? and number > 1", tag + "%"))
                .as("who ordered it did it").containsExactly("account:" + ada.id());
        Page done = ada.visitor().open("/admin/bulk-job?id=" + job);
        assertThat(done.words()).contains("Finished", "300 done, 0 refused, 0 to come");
        assertThat(ada.visitor().open("/admin/bulk.csv?id=" + job).body().lines()).hasSize(MANY + 1);
        assertThat(ada.visitor().open("/admin/bulk").words()).contains("Assign");
    }

    @Test
    void aStoppedJobStandsStillAndGoesOnWhereItWas() {
        unassigned(MANY);
        long job = started(orders("ASSIGN", "", ben.id()));
        awaitSome(job);

        ada.visitor().submit(Buttons.pressed(ada.visitor().open("/admin/bulk-job?id=" + job), "Stop"));

        awaitUnmoved(job);
        assertThat(pending(job)).isPositive();
        assertThat(ada.visitor().open("/admin/bulk-job?id=" + job).words()).contains("Stopped");
        ben.visitor().submit(Buttons.pressed(ben.visitor().open("/admin/bulk-job?id=" + job), "Go on"));
        awaitStatus(job, "DONE");
        assertOnceEach("ASSIGN");
    }

    @Test
    void aRestartInTheMiddleLosesNothingAndRepeatsNothing() throws IOException {
        unassigned(MANY);
        long job = started(orders("ASSIGN", "", ben.id()));
        awaitSome(job);
        assertThat(pending(job)).isPositive();

        restart();

        awaitStatus(job, "DONE");
        assertThat(Rows.count("select count(*) from bulk_item where job_id = ? and state = 'DONE'", job)).isEqualTo(MANY);
        assertOnceEach("ASSIGN");
    }

    @Test
    void whatOneRequestRefusesStopsNoOtherAndCanBeTriedAgain() {
        unassigned(3);
        List<String> ids = Rows.list("select id from request where title like ? order by id", tag + "%");
        Rows.change("update request set owner_id = ? where id = ?", ada.id(), Long.valueOf(ids.get(0)));
        long job = orders("ASSIGN", "", ben.id());
        ben.does(Long.parseLong(ids.get(1)), "Assign", "", Staff.administrator().id());

        started(job);
        awaitStatus(job, "DONE");

        assertThat(refusals(job)).containsExactly("REQUEST_OWN", "REQUEST_CHANGED_MEANWHILE");
        Page results = ada.visitor().open("/admin/bulk-job?id=" + job + "&state=REFUSED");
        assertThat(results.words()).contains("1 done, 2 refused, 0 to come", "You cannot decide what you asked for yourself", "Somebody else has changed");
        Page again = ada.visitor().submit(Buttons.pressed(results, "Try again what was refused"));
        long second = Long.parseLong(again.leadsTo().replaceFirst(".*id=", ""));
        started(second);
        awaitStatus(second, "DONE");
        assertThat(refusals(second)).as("what changed is looked at as it is now").containsExactly("REQUEST_OWN");
    }

    @Test
    void whatDecidesAboutManyIsConfirmedByASecondAdministrator() {
        assigned(FOUR_EYES, ada.id());
        long job = orders("REJECT", "None of them is a public body.", 0);

        ada.visitor().submit(Buttons.pressed(ada.visitor().open("/admin/bulk-job?id=" + job), "Start"));

        Page waiting = ada.visitor().open("/admin/bulk-job?id=" + job);
        assertThat(waiting.words()).contains("Waiting for a second administrator", "a second administrator has to confirm");
        assertThat(Buttons.has(waiting, "Confirm and start")).isFalse();
        assertThatThrownBy(() -> Rows.change("update bulk_job set confirmed_by = ordered_by where id = ?", job)).hasStackTraceContaining("bulk_job_not_own");
        assertThatThrownBy(() -> Rows.change("update bulk_job set status = 'RUNNING' where id = ?", job)).hasStackTraceContaining("bulk_job_four_eyes");
        assertThat(events("REJECT")).isZero();
        ben.visitor().submit(Buttons.pressed(ben.visitor().open("/admin/bulk-job?id=" + job), "Confirm and start"));
        awaitStatus(job, "DONE");

        assertThat(Rows.count("select count(*) from request where title like ? and outcome = 'REJECTED'", tag + "%")).isEqualTo(FOUR_EYES);
        assertThat(ada.visitor().open("/admin/bulk-job?id=" + job).words()).contains("Confirmed by", ben.name());
    }

    @Test
    void whoDecidesAboutFewNeedsNobodyButAReason() {
        assigned(2, ada.id());

        Page unexplained = ada.visitor().submit(order("REJECT", " ", 0));
        assertThat(unexplained.status()).isEqualTo(422);
        assertThat(unexplained.error("comment")).isEqualTo("Enter a reason");
        awaitStatus(started(orders("REJECT", "Private shops.", 0)), "DONE");

        assertThat(events("REJECT")).isEqualTo(2);
    }

    @Test
    void tickedRequestsAreMeantAloneAndWithoutOnesThereIsNothingToDo() {
        unassigned(3);
        String one = Rows.list("select id from request where title like ? order by id", tag + "%").get(0);
        String ticked = "/admin/bulk-order?filter=list%3DALL&request=" + one;

        Page list = ada.visitor().open("/admin/requests?list=ALL&part=" + tag);
        assertThat(list.body()).contains("name=\"request\" value=\"" + one + "\" form=\"many\"", "action=\"/admin/bulk-order\"");
        assertThat(Staff.with("SUPPORT").visitor().open("/admin/requests?list=ALL&part=" + tag).body()).doesNotContain("form=\"many\"");
        Page prepared = ada.visitor().submit(filled(ada.visitor().open(ticked), "ASSIGN", "", ben.id()));
        awaitStatus(started(Long.parseLong(prepared.leadsTo().replaceFirst(".*id=", ""))), "DONE");
        Page nothing = ada.visitor().submit(filled(ada.visitor().open("/admin/bulk-order?filter=list%3DALL"), "ASSIGN", "", ben.id()));

        assertThat(events("ASSIGN")).isEqualTo(1);
        assertThat(nothing.status()).isEqualTo(409);
    }

    @Test
    void whoIsNoAdministratorAnyMoreDecidesNothingThatWasOrderedBefore() {
        unassigned(2);
        long job = orders("ASSIGN", "", ben.id());
        Rows.change("update bulk_job set status = 'STOPPED' where id = ?", job);
        Rows.change("delete from account_role where account_id = ?", ada.id());

        ben.visitor().submit(Buttons.pressed(ben.visitor().open("/admin/bulk-job?id=" + job), "Go on"));
        awaitStatus(job, "DONE");

        assertThat(refusals(job)).containsExactly("ROLE_REQUIRED", "ROLE_REQUIRED");
        assertThat(events("ASSIGN")).isZero();
    }

    @Test
    void auditorsReadJobsAndOnlyAdministratorsOrderThem() {
        unassigned(1);
        long job = orders("ASSIGN", "", ben.id());
        Visitor auditor = Staff.with("AUDITOR").visitor();

        assertThat(Buttons.has(auditor.open("/admin/bulk-job?id=" + job), "Start")).isFalse();
        assertThat(auditor.open("/admin/bulk.csv?id=" + job).status()).isEqualTo(200);
        assertThat(auditor.open("/admin/bulk-order?all=true").status()).isEqualTo(403);
        for (String role : List.of("SUPPORT", "STAFF_MANAGER")) {
            Visitor other = Staff.with(role).visitor();
            assertThat(other.open("/admin/bulk").status()).as(role).isEqualTo(403);
            assertThat(other.open("/admin/bulk-job?id=" + job).status()).as(role).isEqualTo(403);
            assertThat(other.open("/admin/bulk.csv?id=" + job).status()).as(role).isEqualTo(403);
        }
        assertThat(ada.visitor().open("/admin/bulk-job?id=999999999").status()).isEqualTo(404);
    }

    private void unassigned(int requests) {
        insert(requests, "AWAITING_PICKUP", null);
    }

    private void assigned(int requests, long to) {
        insert(requests, "ASSIGNED", to);
    }

    private void insert(int requests, String status, Long assignee) {
        Rows.change("""
                with made as (
                  insert into request (reference, type, status, target, title, assignee_id, open_key, created_at, changed_at, events, version)
                  select ? || '-' || n, 'EMAIL_DOMAIN', ?, ? || n || '.example', ? || n || '.example', cast(? as bigint), ? || n, now(), now(), 1, 0
                  from generate_series(1, ?) n returning id, status, assignee_id)
                insert into request_event (request_id, number, at, actor, action, to_status, assignee_after, comment)
                select id, 1, now(), 'system', 'CREATE', status, assignee_id, '' from made""", tag, status, tag, tag, assignee, tag, requests);
    }

    private Form order(String action, String comment, long assignee) {
        return filled(ada.visitor().open("/admin/bulk-order?all=true&filter=list%3DALL%26part%3D" + tag), action, comment, assignee);
    }

    private static Form filled(Page page, String action, String comment, long assignee) {
        return page.form().with("action", action).with("comment", comment).with("assignee", Long.toString(assignee));
    }

    /** @return the prepared job */
    private long orders(String action, String comment, long assignee) {
        Page prepared = ada.visitor().submit(order(action, comment, assignee));
        assertThat(prepared.leadsTo()).as("%s", prepared).startsWith("/admin/bulk-job?id=");
        return Long.parseLong(prepared.leadsTo().replaceFirst(".*id=", ""));
    }

    private long started(long job) {
        ada.visitor().submit(Buttons.pressed(ada.visitor().open("/admin/bulk-job?id=" + job), "Start"));
        return job;
    }

    private static void awaitStatus(long job, String status) {
        Awaitility.await("job " + status).atMost(WORK).until(() -> Rows.one("select status from bulk_job where id = ?", job).equals(status));
    }

    private static void awaitSome(long job) {
        Awaitility.await("the first items").atMost(WORK).pollInterval(Duration.ofMillis(20)).until(() -> pending(job) < MANY);
    }

    /** The item that was being done is done by now, and no other follows for longer than a tick. */
    private static void awaitUnmoved(long job) {
        AtomicLong before = new AtomicLong(-1);
        Awaitility.await("no more items").atMost(WORK).pollInterval(Duration.ofMillis(1500)).until(() -> {
            long now = pending(job);
            return before.getAndSet(now) == now;
        });
    }

    private static long pending(long job) {
        return Rows.count("select count(*) from bulk_item where job_id = ? and state = 'PENDING'", job);
    }

    private static List<String> refusals(long job) {
        return Rows.list("select refusal from bulk_item where job_id = ? and state = 'REFUSED' order by request_id", job);
    }

    private long events(String action) {
        return Rows.count("select count(*) from request_event e join request r on r.id = e.request_id where title like ? and action = ?", tag + "%", action);
    }

    private void assertOnceEach(String action) {
        assertThat(Rows.list("""
                select count(e.id) from request r left join request_event e on e.request_id = r.id and e.action = ? where r.title like ?
                group by r.id""", action, tag + "%")).hasSize(MANY).containsOnly("1");
    }

    private void restart() throws IOException {
        ModelNode redeploy = new ModelNode();
        redeploy.get("operation").set("redeploy");
        redeploy.get("address").add("deployment", "enrol.ear");
        ModelNode outcome = management.getControllerClient().execute(redeploy);
        assertThat(outcome.get("outcome").asString()).as("%s", outcome).isEqualTo("success");
    }
}
