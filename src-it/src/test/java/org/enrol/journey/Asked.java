package org.enrol.journey;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A request for a domain that somebody at it has asked for, and what tests want to know of it. */
record Asked(String domain, long id) {

    private static final AtomicInteger DOMAINS = new AtomicInteger();

    /** By {@code jo@} a domain of its own. */
    static Asked atNewDomain() {
        String domain = "archive" + DOMAINS.incrementAndGet() + ".example";
        ask("jo@" + domain);
        return new Asked(domain, Rows.count("select id from request where target = ? and status <> 'CLOSED'", domain));
    }

    void againByAnother() {
        ask("kim@" + domain);
    }

    private static void ask(String email) {
        Visitor visitor = Visitor.fromNewNetwork();
        Page sent = visitor.submit(visitor.open("/buyer/request-access").form().with("email", email).with("name", "Jo Reader")
                .with("organisation", "Town Archive").with("job", "Archivist").with("reason", "We keep papers for everybody.")
                .with("evidenceLink", "https://example.org/list"));
        if (!sent.leadsTo().contains("sent=true")) {
            throw new AssertionError("not asked: " + sent);
        }
    }

    /** A request that waits for this one; made in the tables, since no journey asks for two yet. */
    Asked successor() {
        String domain = "next-" + this.domain;
        long id = Rows.count("""
                with made as (insert into request (reference, type, status, target, title, open_key, previous_request_id, created_at, changed_at, events, version)
                  values (?, 'EMAIL_DOMAIN', 'DRAFT', ?, ?, ?, ?, now(), now(), 1, 0) returning id),
                told as (insert into request_event (request_id, number, at, actor, action, to_status, comment)
                  select id, 1, now(), 'system', 'CREATE', 'DRAFT', '' from made),
                waiting as (insert into domain_wait (request_id, email, canonical_email, name, organisation, job, reason, evidence_link, language, asked_at)
                  select id, 'kim@' || ?, 'kim@' || ?, 'Kim', 'Archive', 'Archivist', 'The second.', '', 'en', now() from made)
                select id from made""", "S" + this.id, domain, domain, "EMAIL_DOMAIN:" + domain, this.id, domain, domain);
        return new Asked(domain, id);
    }

    /** Approved by one administrator and handed to another, who may complete it. */
    Staff readyToComplete() {
        Staff ada = Staff.administrator();
        Staff ben = Staff.administrator();
        ada.does(id, "Assign", "", ada.id());
        ada.does(id, "Approve", "Listed.", 0);
        ada.does(id, "Start", "Going on.", 0);
        ada.does(id, "Assign", "", ben.id());
        return ben;
    }

    String status() {
        return Rows.one("select status from request where id = ?", id);
    }

    List<String> history() {
        return Rows.list("select number || ' ' || actor || ' ' || action || ' ' || coalesce(from_status, '') || ' ' || to_status || ' ' || comment"
                + " from request_event where request_id = ? order by number", id);
    }
}
