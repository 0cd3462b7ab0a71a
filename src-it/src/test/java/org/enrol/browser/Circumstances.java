package org.enrol.browser;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.enrol.surroundings.Surroundings;

/** What no page can bring about, because it takes time, other people, or an outage: made in the database. */
final class Circumstances {

    private static final String GIVEN_UP = "given-up@enrol.example";

    private Circumstances() {
    }

    /** All pauses and waits are over. */
    static void timePasses() {
        change("delete from throttle");
    }

    /** Every limit that counts something already is used up. */
    static void everybodyWasTooOften() {
        change("update throttle set count = 1000000");
    }

    static void linkExpires(String email) {
        change("update link set first_sent_at = first_sent_at - interval '2 days' where address = ?", email);
    }

    /** As if two had been quick: the account is there, and this link was not the one that made it. */
    static void linkWasNotUsed(String email) {
        change("update link set used_at = null where purpose = 'ACTIVATION' and address = ?", email);
    }

    static void accountIsDeactivated(String email) {
        change("update account set status = 'DEACTIVATED' where email = ?", email);
    }

    /** The registry has not answered yet. */
    static void registryIsSilent(String email) {
        change("""
                update registration set evidence_entry = null, evidence_body = null, evidence_organisation = null,
                evidence_source = null, evidence_at = null where email = ?""", email);
    }

    /** The domain table gets so long that it has a second page. */
    static void manyDomainsAreApproved() {
        change("""
                insert into approved_domain (domain, include_subdomains, many_bodies, organisation, source, added_at)
                select 'town-' || n || '.example', true, false, 'Town ' || n, 'tour', timestamp '2026-01-01' at time zone 'UTC'
                from generate_series(10, 49) n on conflict do nothing""");
    }

    /** Somebody waits for a domain, in a request that nobody has taken. */
    static void aDomainIsAskedFor() {
        change("""
                with asked as (
                  insert into request (reference, type, status, target, title, open_key, created_at, changed_at, due_at, clock_since, clock_left, events,
                    version) values ('TOUR-2345', 'EMAIL_DOMAIN', 'AWAITING_PICKUP', 'tour.example', 'tour.example', 'EMAIL_DOMAIN:tour.example',
                    timestamp '2026-01-05' at time zone 'UTC', timestamp '2026-01-05' at time zone 'UTC',
                    timestamp '2026-01-07' at time zone 'UTC', timestamp '2026-01-05' at time zone 'UTC', 0, 1, 0) on conflict do nothing returning id),
                told as (
                  insert into request_event (request_id, number, at, actor, action, to_status, comment)
                  select id, 1, timestamp '2026-01-05' at time zone 'UTC', 'system', 'CREATE', 'AWAITING_PICKUP', '' from asked)
                insert into domain_wait (request_id, email, canonical_email, name, organisation, job, reason, evidence_link, language, asked_at)
                select id, 'jo@tour.example', 'jo@tour.example', 'Jo Reader', 'Town Library', 'Librarian', 'We lend books.', '', 'en',
                  timestamp '2026-01-05' at time zone 'UTC' from asked""");
    }

    /** Staff have asked something about this domain, and wait for the answer. */
    static void aQuestionIsAsked(String domain) {
        decide(domain, "RETURN_TO_AUTHOR", "RETURNED", null, "Who pays for the library?");
    }

    /** The request for this domain was rejected. */
    static void theAnswerIsNo(String domain) {
        decide(domain, "REJECT", "CLOSED", "REJECTED", "Anybody can get an email address in this domain.");
    }

    private static void decide(String domain, String action, String status, String outcome, String comment) {
        change("""
                with asked as (select id, status from request where target = ?),
                decided as (
                  update request r set status = ?, outcome = ?, due_at = null, clock_since = null, events = events + 1, version = version + 1,
                    changed_at = now(), open_key = case when ?::text is null then open_key end
                  from asked where r.id = asked.id returning r.id, r.events, asked.status as before, r.status as after)
                insert into request_event (request_id, number, at, actor, action, from_status, to_status, comment)
                select id, events, now(), 'system', ?, before, after, ? from decided""", domain, status, outcome, outcome, action, comment);
    }

    /** Messages both ways, a note, and files of every kind. Again is the same. */
    static void everythingWasSaid(String domain) {
        change("""
                insert into request_message (request_id, at, author, by_staff, note, applicant, text, form)
                select w.request_id, now(), m.author, m.staff, m.note, case when m.note or m.everybody then null else w.id::text end, m.text, m.form
                from domain_wait w cross join (values
                  ('system', true, false, true, 'We are a little late. You will hear from us on Friday.', 'tour-1'),
                  ('system', true, false, false, E'Which building is it?\nThe map shows two.', 'tour-2'),
                  ('link:1', false, false, false, 'The old mill at the river.', 'tour-3'),
                  ('system', true, true, false, 'She rang us twice.', 'tour-4')) as m(author, staff, note, everybody, text, form)
                where w.canonical_email like '%@' || ? on conflict do nothing""", domain);
        change("""
                insert into request_attachment (request_id, at, author, applicant, number, name, type, size, sha256, scan, form)
                select w.request_id, now(), 'link:1', w.id::text, f.number, f.name, f.type, f.size, sha256(f.name::bytea), f.scan, 'tour-' || f.number
                from domain_wait w cross join (values
                  (1, 'letter-of-the-council-about-the-library-and-its-tasks.pdf', 'PDF', 48213, 'CLEAN'), (2, 'building.jpg', 'JPEG', 2048000, 'NOT_SCANNED'),
                  (3, 'map.png', 'PNG', 999, 'CHECKING'), (4, 'notes.txt', 'TEXT', 12, 'QUARANTINED')) as f(number, name, type, size, scan)
                where w.canonical_email like '%@' || ? on conflict do nothing""", domain);
    }

    /** Another one has looked at what was asked for on the tour, just before; it still waits for somebody. */
    static void somebodyElseReopensIt() {
        change("""
                with changed as (update request set version = version + 1, events = events + 1 where target = 'tour.example' returning id, events, status)
                insert into request_event (request_id, number, at, actor, action, from_status, to_status, comment)
                select id, events, timestamp '2026-01-06' at time zone 'UTC', 'system', 'REOPEN', status, status, 'The list is here now.'
                from changed""");
    }

    /** Somebody else has proposed the parent of some entries. */
    static void aDomainIsProposed() {
        change("""
                insert into domain_proposal (domain, organisation, include_subdomains, replace_below, evidence, proposed_by, proposed_at, reason)
                select 'proposed.example', 'Proposed Borough Council', true, true, 'https://example.org/list of public bodies', min(id),
                  timestamp '2026-01-05' at time zone 'UTC', '' from account on conflict do nothing""");
        change("""
                insert into approved_domain (domain, include_subdomains, many_bodies, organisation, source, added_at)
                values ('parks.proposed.example', true, false, 'Parks', 'tour', timestamp '2026-01-01' at time zone 'UTC') on conflict do nothing""");
    }

    /** An invitation of the operators, mailed by the server as every other. @param role as {@code ADMINISTRATOR} */
    static void staffIsInvited(String email, String role) {
        change("""
                with invited as (
                  insert into registration (kind, role, email, canonical_email, language, visitor, submitted_at)
                  values ('STAFF', ?, ?, ?, 'en', sha256(convert_to(?, 'UTF8')), current_timestamp) returning id)
                insert into outbox_message (topic, payload, request, created_at, next_attempt_at, attempts)
                select 'registration-mail', id::text, 'test', current_timestamp, current_timestamp, 0 from invited""",
                role, email, email, email);
    }

    static void personAlsoIs(String email, String role) {
        change("insert into account_role (account_id, role) select id, ? from account where email = ? on conflict do nothing", role, email);
    }

    /** @return the account, the same each time */
    static long memberOfStaff(String name, boolean active) {
        String email = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@enrol.example";
        change("""
                insert into account (email, canonical_email, name, language, status, created_at, suspended_at, suspended_reason)
                values (?, ?, ?, 'en', ?, timestamp '2026-01-05' at time zone 'UTC', case when ? = 'ACTIVE' then null else
                  timestamp '2026-01-06' at time zone 'UTC' end, case when ? = 'ACTIVE' then null else 'Left the department.' end)
                on conflict do nothing""", email, email, name, status(active), status(active), status(active));
        personAlsoIs(email, "SUPPORT");
        return number("select id from account where email = ?", email);
    }

    private static String status(boolean active) {
        return active ? "ACTIVE" : "DEACTIVATED";
    }

    /** A role that one staff manager asked for waits for another one. */
    static void aRoleIsAskedFor() {
        long member = memberOfStaff("Aaron Active", true);
        long manager = memberOfStaff("Mia Manager", true);
        change("""
                insert into staff_grant (role, account_id, language, asked_by, asked_at)
                values ('ADMINISTRATOR', ?::bigint, 'en', ?::bigint, timestamp '2026-01-05' at time zone 'UTC') on conflict do nothing""",
                Long.toString(member), Long.toString(manager));
    }

    /** @return the mail, the same each time */
    static long aMailWasGivenUp() {
        change("""
                with owed as (
                  insert into outbox_message (topic, payload, request, created_at, attempts, given_up_at, last_error)
                  select 'mail', '{}', 'tour', timestamp '2026-01-05' at time zone 'UTC', 291, timestamp '2026-01-06' at time zone 'UTC', 'SMTP 451 4.3.0'
                  where not exists (select from ordered_mail where address = ?) returning id)
                insert into ordered_mail (id, template, address) select id, 'PASSWORD_CHANGED', ? from owed""", GIVEN_UP, GIVEN_UP);
        return number("select id from ordered_mail where address = ?", GIVEN_UP);
    }

    /** A job over one request, ordered by somebody else. @return the same each time */
    static long job(String status) {
        aDomainIsAskedFor();
        String by = Long.toString(memberOfStaff("Mia Manager", true));
        change("""
                with ordered as (
                  insert into bulk_job (action, comment, filter, status, four_eyes, total, ordered_by_kind, ordered_by, ordered_at, version)
                  select 'REJECT', 'No public body.', 'list=ALL', ?, ? = 'WAITING', 1, 'ACCOUNT', ?::bigint, timestamp '2026-01-05' at time zone 'UTC', 0
                  where not exists (select from bulk_job where status = ? and ordered_by = ?::bigint) returning id)
                insert into bulk_item (job_id, request_id, seen_version, state, refusal, ended_at)
                select o.id, r.id, 0, 'REFUSED', 'REQUEST_CHANGED_MEANWHILE', timestamp '2026-01-05' at time zone 'UTC'
                from ordered o, request r where r.reference = 'TOUR-2345'""", status, status, by, status, by);
        return number("select min(id) from bulk_job where status = ? and ordered_by = ?::bigint", status, by);
    }

    private static long number(String sql, String... values) {
        try (Connection connection = Surroundings.database().application();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void change(String sql, String... values) {
        try (Connection connection = Surroundings.database().application();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
