package org.enrol.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.model.AuditContent;
import org.enrol.audit.model.PersonalContent;
import org.enrol.audit.service.AuditErasure;
import org.enrol.audit.service.AuditTrail;
import org.enrol.audit.service.VerificationReport;
import org.enrol.audit.service.VerificationRun;
import org.enrol.secret.SecretKeys;
import org.junit.jupiter.api.Test;

/** What identifies people in old entries is erased in batches, by one node at a time, and only as far as the database allows. */
class AuditErasureIT extends ContainerTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final int ENTRIES = 12;

    @Resource(lookup = "java:jboss/datasources/EnrolDS")
    private DataSource application;
    @Resource
    private ManagedExecutorService threads;
    @Inject
    private UserTransaction transaction;
    @Inject
    private Clock clock;
    @Inject
    private SecretKeys keys;
    @Inject
    private AuditTrail trail;
    @Inject
    private AuditErasure erasure;
    @Inject
    private VerificationRun verification;

    @Test
    void twoNodesEraseWhatIsOldOnceAndTheTrailTellsOfIt() throws Exception {
        Instant yearsAgo = clock.instant().minus(Duration.ofDays(700));
        for (int i = 0; i < ENTRIES; i++) {
            writeAt(yearsAgo.plusSeconds(i), "aged:1");
        }
        transaction.begin();
        trail.record(trail.system(), AuditAction.MAIL_REFUSED, "aged:2", "somebody@example.org");
        transaction.commit();
        awaitSealed("aged:%");
        Instant before = clock.instant().minus(Duration.ofDays(365));
        assertThat(erasure.due(before)).isEqualTo(ENTRIES);
        Callable<Long> node = () -> erasure.eraseBatch(before);

        long erased = 0;
        for (Future<Long> batch : threads.invokeAll(List.of(node, node))) {
            erased += batch.get(20, TimeUnit.SECONDS);
        }

        assertThat(erased).isEqualTo(ENTRIES);
        assertThat(erasure.due(before)).isZero();
        assertThat(erasure.eraseBatch(before)).isZero();
        assertThat(personalParts("aged:1")).isZero();
        assertThat(personalParts("aged:2")).isEqualTo(1);
        assertThat(number("select count(*) from audit_entry where action = 'PERSONAL_DATA_ERASED' and subject = 'until:" + micros(yearsAgo.plusSeconds(ENTRIES - 1)) + "'"))
                .isEqualTo(1);
        VerificationReport report = verified();
        assertThat(report.findings()).isEmpty();
        assertThat(report.erased()).isGreaterThanOrEqualTo(ENTRIES);
    }

    @Test
    void theDatabaseErasesNothingThatIsNotAnnouncedInTheSameTransaction() throws Exception {
        assertRefused("delete from audit_personal");
        assertRefused("select audit_erase(0)");
        assertRefused("select audit_may_erase('account:0')");
        transaction.begin();
        long other = trail.record(trail.system(), AuditAction.MAIL_REFUSED, "until:2020-01-01T00:00:00Z", "");
        long announced = trail.record(trail.system(), AuditAction.PERSONAL_DATA_ERASED, "until:1970-01-01T00:00:00Z", "");
        transaction.commit();

        assertRefused("select audit_erase(" + other + ")");
        assertRefused("select audit_erase(" + announced + ")");
    }

    @Test
    void theDatabaseErasesNothingThatIsYoungOrOfStaffOrOfSomebodyWhoCanSignIn() throws Exception {
        long active = number("""
                insert into account (email, canonical_email, name, language, status, created_at)
                values ('still@enrol.example', 'still@enrol.example', 'Still Here', 'en', 'ACTIVE', now()) returning id""");
        long staff = number("""
                with gone as (insert into account (email, canonical_email, name, language, status, created_at)
                  values ('gone@enrol.example', 'gone@enrol.example', 'Gone Staff', 'en', 'DEACTIVATED', now()) returning id)
                insert into account_role (account_id, role) select id, 'SUPPORT' from gone returning account_id""");
        for (String subject : List.of("until:" + clock.instant().minus(Duration.ofDays(29)), "account:" + active, "account:" + staff, "account:x", "request:1", "")) {
            assertThatThrownBy(() -> eraseAnnounced(subject)).as(subject).isInstanceOfSatisfying(SQLException.class,
                    e -> assertThat(e.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
        }
    }

    /** Announces as Enrol does, and goes further than Enrol would. */
    private void eraseAnnounced(String subject) throws SQLException {
        try (Connection connection = application.getConnection()) {
            connection.setAutoCommit(false);
            try {
                long announced = insert(connection, content(nextId(), clock.instant(), AuditAction.PERSONAL_DATA_ERASED, subject));
                try (Statement statement = connection.createStatement()) {
                    statement.execute("select audit_erase(" + announced + ")");
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private void writeAt(Instant at, String subject) throws SQLException {
        try (Connection connection = application.getConnection()) {
            connection.setAutoCommit(false);
            insert(connection, content(nextId(), at, AuditAction.MAIL_REFUSED, subject));
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private static AuditContent content(long id, Instant at, AuditAction action, String subject) {
        return new AuditContent(id, at, action.name(), "system", subject, "");
    }

    /** Signed as Enrol signs. */
    private long insert(Connection connection, AuditContent content) throws SQLException {
        PersonalContent personal = new PersonalContent("10.0.0.1", "somebody@example.org", new byte[16]);
        byte[] mac = keys.mac("audit", "entry".getBytes(StandardCharsets.UTF_8), content.canonical(), personal.digest());
        try (PreparedStatement entry = connection.prepareStatement("""
                insert into audit_entry (id, at, action, actor, subject, request, mac) values (?, ?, ?, ?, ?, ?, substr(?, 1, 16))""");
                PreparedStatement part = connection.prepareStatement("insert into audit_personal (entry_id, address, detail, salt) values (?, ?, ?, ?)")) {
            entry.setLong(1, content.id());
            entry.setObject(2, content.at().atOffset(ZoneOffset.UTC));
            entry.setString(3, content.action());
            entry.setString(4, content.actor());
            entry.setString(5, content.subject());
            entry.setString(6, content.request());
            entry.setBytes(7, mac);
            entry.executeUpdate();
            part.setLong(1, content.id());
            part.setString(2, personal.address());
            part.setString(3, personal.detail());
            part.setBytes(4, personal.salt());
            part.executeUpdate();
        }
        return content.id();
    }

    private static String micros(Instant moment) {
        return new AuditContent(0, moment, "", "", "", "").at().toString();
    }

    private long nextId() throws SQLException {
        return number("select nextval('audit_entry_id_seq')");
    }

    private VerificationReport verified() throws Exception {
        CompletableFuture<VerificationReport> report = new CompletableFuture<>();
        verification.verify(trail.system(), report::complete);
        return report.get(60, TimeUnit.SECONDS);
    }

    private void awaitSealed(String subject) {
        Awaitility.await("seals of " + subject).atMost(Duration.ofSeconds(20)).until(() -> number("select count(*) from audit_entry e where subject like '"
                + subject + "' and not exists (select 1 from audit_seal s where s.entry_id = e.id)") == 0);
    }

    private long personalParts(String subject) throws SQLException {
        return number("select count(*) from audit_personal p join audit_entry e on e.id = p.entry_id where e.subject = '" + subject + "'");
    }

    private void assertRefused(String sql) {
        assertThatThrownBy(() -> number(sql)).as(sql).isInstanceOfSatisfying(SQLException.class,
                e -> assertThat(e.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = application.getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
