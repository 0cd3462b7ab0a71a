package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.enrol.surroundings.ClientTest;
import org.enrol.surroundings.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself refuses, whatever the application does. */
class DatabaseTruthIT extends ClientTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String UNIQUE = "23505";
    private static final String CHECK = "23514";
    private static final String FOREIGN_KEY = "23503";

    @ParameterizedTest
    @ValueSource(strings = {"create table intruder (id bigint)", "create schema intruder", "alter table account add column intruder text",
            "drop table link", "truncate registration", "create index intruder on account (name)", "create function f() returns int language sql as 'select 1'",
            "alter role enrol superuser", "create role intruder", "set role enrol_owner", "create temp table t (id int)",
            "update audit_entry set action = 'x'", "delete from audit_entry", "update audit_personal set detail = ''", "delete from audit_personal",
            "update acceptance set version = 2", "delete from acceptance", "insert into notice values ('TERMS', 9, now())", "delete from notice",
            "delete from flyway_schema_history", "copy account to program 'cat'", "select pg_read_file('/etc/passwd')"})
    void applicationMayNot(String deed) {
        assertThatThrownBy(() -> asApplication(deed))
                .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState()).as("%s", e).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    @Test
    void everyTableOfThePublicSchemaBelongsToTheOwner() {
        assertThat(Rows.list("select tableowner from pg_tables where schemaname = 'public' group by 1")).containsExactly("enrol_owner");
    }

    @Test
    void oneMailboxHasOneAccount() {
        String email = Buyer.newAddress();
        Rows.change(newAccount(email));

        assertRefused(UNIQUE, newAccount(email));
    }

    @Test
    void rowsThatMakeNoSenseAreRefused() {
        String email = Buyer.newAddress();
        Rows.change(newAccount(email));
        String id = "(select id from account where canonical_email = '" + email + "')";

        assertRefused(CHECK, "update account set status = 'LOCKED' where canonical_email = '" + email + "'");
        assertRefused(CHECK, "insert into account_role values (" + id + ", 'ROOT')");
        assertRefused(CHECK, "insert into sign_in_session values ('short', " + id + ", now(), now(), '', '')");
        assertRefused(CHECK, "insert into link (purpose, subject, address, created_at) values ('ADMIN', 1, 'x', now())");
        assertRefused(CHECK, "insert into approved_domain values ('GOV.UK', true, true, 'x', 'x', now())");
        assertRefused(CHECK, "update registration set activated_at = now() where id = " + newRegistration(email));
        assertRefused(FOREIGN_KEY, "insert into password_identity values (-1, 'x', now())");
        assertRefused(FOREIGN_KEY, "insert into acceptance (account_id, kind, version, language, accepted_at, receipt) values (" + id
                + ", 'TERMS', 99, 'en', now(), 'x')");
        assertRefused(FOREIGN_KEY, "delete from account where id in (select account_id from password_identity limit 1)");
    }

    @Test
    void oneVisitorHasOneRegistrationOfAnAddressAndOnePersonOneCurrentMembership() {
        Buyer buyer = Buyer.active();

        assertRefused(UNIQUE, """
                insert into registration (kind, role, email, canonical_email, language, visitor, submitted_at)
                select kind, role, email, canonical_email, language, visitor, now() from registration where canonical_email = '%s'"""
                .formatted(buyer.email()));
        assertRefused(UNIQUE, """
                insert into membership (account_id, organisation_id, role, status, claimed_name, since)
                select account_id, organisation_id, role, status, claimed_name, now() from membership where account_id = %d"""
                .formatted(buyer.accountId()));
        assertRefused(UNIQUE, """
                insert into acceptance (account_id, kind, version, language, accepted_at, receipt)
                select account_id, kind, version, language, now(), receipt from acceptance where account_id = %d""".formatted(buyer.accountId()));
    }

    @Test
    void activationWritesEverythingOrNothing() {
        Buyer buyer = Buyer.active();
        long account = buyer.accountId();

        assertThat(Rows.list("select role from account_role where account_id = ?", account)).containsExactly("BUYER");
        assertThat(Rows.one("select hash from password_identity where account_id = ?", account)).startsWith("$argon2id$v=19$m=");
        assertThat(Rows.list("select kind || ' ' || version || ' ' || language from acceptance where account_id = ? order by 1", account))
                .containsExactly("PRIVACY 1 en", "TERMS 1 en");
        assertThat(Rows.one("select evidence_entry || ' ' || evidence_body || ' ' || evidence_source from registration where account_id = ?",
                account)).isEqualTo("gov.uk cabinetoffice.gov.uk embedded");
        assertThat(Rows.one("select o.name from membership m join organisation o on o.id = m.organisation_id where m.account_id = ?", account))
                .isEqualTo("Cabinet Office");
        assertThat(Rows.one("select case when used_at is not null and first_sent_at is not null then 'used' end from link where address = ?",
                buyer.email())).isEqualTo("used");
    }

    @Test
    void deliveredMessagesAreSettled() {
        Buyer.withLink();
        Mails.awaitNothingOwed();

        assertThat(Rows.list("""
                select topic from outbox_message where delivered_at is not null and (last_error is not null or given_up_at is not null
                or attempts < 1 or next_attempt_at is not null)""")).isEmpty();
        assertThat(Rows.count("select count(*) from outbox_message where delivered_at is null and given_up_at is null")).isZero();
    }

    private static String newAccount(String email) {
        return "insert into account (email, canonical_email, name, language, status, created_at) values ('" + email + "', '" + email
                + "', 'Robin', 'en', 'ACTIVE', now())";
    }

    private static String newRegistration(String email) {
        return Rows.one("""
                with made as (insert into registration (kind, role, email, canonical_email, language, visitor, submitted_at)
                values ('BUYER', 'BUYER', ?, ?, 'en', sha256('nobody'), now()) returning id) select id from made""", email, email);
    }

    private static void assertRefused(String state, String sql) {
        assertThatThrownBy(() -> asOwner(sql)).as(sql)
                .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState()).as("%s", e).isEqualTo(state));
    }

    private static void asApplication(String sql) throws SQLException {
        try (Connection connection = Surroundings.database().application()) {
            run(connection, sql);
        }
    }

    private static void asOwner(String sql) throws SQLException {
        try (Connection connection = Surroundings.database().owner()) {
            run(connection, sql);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } finally {
            connection.rollback();
        }
    }
}
