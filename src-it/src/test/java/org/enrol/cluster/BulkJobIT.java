package org.enrol.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Both nodes work through one job over many requests; one of them is killed in the middle, and nobody waits for it. */
@ExtendWith(TwoNodes.class)
class BulkJobIT {

    private static final int MANY = 2_000;
    private static final int SOME = 100;
    private static final Duration WORK = Duration.ofSeconds(180);
    private static final Duration POLL = Duration.ofMillis(20);

    private final Cluster cluster;

    BulkJobIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void whatAKilledNodeHadInHandIsDoneByTheOtherAndNothingIsDoneTwice() {
        long job = ordered();
        Awaitility.await("both at work").pollInterval(POLL).atMost(WORK)
                .until(() -> done(job) > SOME && cluster.nodes().stream().allMatch(node -> acts(node) > 0));

        cluster.first().kill();

        assertThat(done(job)).as("the node died in the middle").isLessThan(MANY);
        Awaitility.await("the rest").atMost(WORK).until(() -> cluster.rows().text("select status from bulk_job where id = ?", job).equals("DONE"));
        assertThat(done(job)).isEqualTo(MANY);
        assertThat(cluster.rows().count("select count(*) from request_event e join bulk_item i on i.request_id = e.request_id where action = 'ASSIGN' and job_id = ?", job))
                .isEqualTo(MANY);
        assertThat(cluster.rows().count("select count(distinct e.request_id) from request_event e join bulk_item i on i.request_id = e.request_id"
                + " where action = 'ASSIGN' and job_id = ?", job)).isEqualTo(MANY);
    }

    /** As an administrator orders it. */
    private long ordered() {
        Person person = Person.activeIn(cluster);
        long administrator = cluster.rows().count("select id from account where canonical_email = ?", person.email());
        cluster.rows().change("update account_role set role = 'ADMINISTRATOR' where account_id = ?", administrator);
        cluster.rows().change("""
                with made as (
                  insert into request (reference, type, status, target, title, open_key, created_at, changed_at, events, version)
                  select 'many-' || n, 'EMAIL_DOMAIN', 'AWAITING_PICKUP', 'many' || n || '.example', 'many' || n || '.example', 'many' || n, now(), now(), 1, 0
                  from generate_series(1, ?) n returning id)
                insert into request_event (request_id, number, at, actor, action, to_status, comment)
                select id, 1, now(), 'system', 'CREATE', 'AWAITING_PICKUP', '' from made""", MANY);
        long job = cluster.rows().count("""
                insert into bulk_job (action, comment, assignee_id, filter, status, four_eyes, total, ordered_by_kind, ordered_by, ordered_at, version)
                values ('ASSIGN', '', ?, '', 'STOPPED', false, ?, 'ACCOUNT', ?, now(), 0) returning id""", administrator, MANY, administrator);
        cluster.rows().change("""
                insert into bulk_item (job_id, request_id, seen_version, state)
                select ?, id, version, 'PENDING' from request where reference like 'many-%'""", job);
        cluster.rows().change("update bulk_job set status = 'RUNNING' where id = ?", job);
        return job;
    }

    private long done(long job) {
        return cluster.rows().count("select count(*) from bulk_item where job_id = ? and state = 'DONE'", job);
    }

    /** How many requests the node has assigned so far. */
    private static long acts(Node node) {
        return node.log().lines().filter(line -> line.contains("Request many-")).count();
    }
}
