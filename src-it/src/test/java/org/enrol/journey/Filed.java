package org.enrol.journey;

import java.util.concurrent.atomic.AtomicInteger;

/** Requests as the work lists need them: made in the tables with their history, so that they can have any age. */
final class Filed {

    /** One change with the step of the history that tells it, as the database demands. */
    static final String STEP = """
            with old as (select id, status, assignee_id from request where id = ? for update),
            changed as (update request r set status = ?, assignee_id = ?, due_at = now() + make_interval(hours => ?),
                clock_since = case when cast(? as integer) is not null then now() end, clock_left = case when cast(? as integer) is not null then 60 end,
                changed_at = now(), events = r.events + 1, version = r.version + 1
              from old where r.id = old.id returning r.id, r.status, r.assignee_id, r.events)
            insert into request_event (request_id, number, at, actor, action, from_status, to_status, assignee_before, assignee_after, comment)
            select c.id, c.events, now(), ?, 'REOPEN', o.status, c.status, o.assignee_id, c.assignee_id, '' from old o join changed c on c.id = o.id""";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private Filed() {
    }

    /** A word that no other request has in its title. */
    static String newWord() {
        return "work" + NUMBERS.incrementAndGet() + "word";
    }

    /**
     * @param assignee null for nobody
     * @param due      hours from now, negative for the past; null for not due
     * @return the id
     */
    static long request(String title, String status, Long assignee, int hoursOld, Integer due) {
        int number = NUMBERS.incrementAndGet();
        boolean open = !status.equals("CLOSED");
        return Rows.count("""
                with made as (
                  insert into request (reference, type, status, outcome, target, title, assignee_id, open_key, created_at, changed_at,
                    due_at, clock_since, clock_left, events, version)
                  values (?, 'EMAIL_DOMAIN', ?, ?, ?, ?, ?, ?, now() - make_interval(hours => ?), now() - make_interval(hours => ?),
                    now() + make_interval(hours => ?), case when cast(? as integer) is not null then now() end,
                    case when cast(? as integer) is not null then 60 end, 1, 0) returning id, status, assignee_id, created_at),
                told as (
                  insert into request_event (request_id, number, at, actor, action, to_status, assignee_after, comment)
                  select id, 1, created_at, 'visitor', 'CREATE', status, assignee_id, '' from made)
                select id from made""",
                "WORK-" + number, status, open ? null : "WITHDRAWN", "work" + number + ".example", title, assignee,
                open ? "EMAIL_DOMAIN:work" + number + ".example" : null, hoursOld, hoursOld, due, due, due);
    }

    static long unassigned(String title, int hoursOld) {
        return request(title, "AWAITING_PICKUP", null, hoursOld, 48);
    }

    /** Somebody else changes it. @param due hours from now; null for not due */
    static void step(long request, String status, Long assignee, Integer due, long by) {
        Rows.change(STEP, request, status, assignee, due, due, due, "account:" + by);
    }
}
