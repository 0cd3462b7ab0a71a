package org.enrol.browser;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.enrol.surroundings.Surroundings;

/** What no page can bring about, because it takes time, other people, or an outage: made in the database. */
final class Circumstances {

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
                  insert into request (reference, type, status, target, title, open_key, created_at, changed_at, due_at, events, version)
                  values ('TOUR-2345', 'EMAIL_DOMAIN', 'AWAITING_PICKUP', 'tour.example', 'tour.example', 'EMAIL_DOMAIN:tour.example',
                    timestamp '2026-01-05' at time zone 'UTC', timestamp '2026-01-05' at time zone 'UTC',
                    timestamp '2026-01-07' at time zone 'UTC', 0, 0) on conflict do nothing returning id)
                insert into domain_wait (request_id, email, canonical_email, name, organisation, job, reason, evidence_link, language, asked_at)
                select id, 'jo@tour.example', 'jo@tour.example', 'Jo Reader', 'Town Library', 'Librarian', 'We lend books.', '', 'en',
                  timestamp '2026-01-05' at time zone 'UTC' from asked""");
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
