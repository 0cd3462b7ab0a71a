package org.enrol.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditSealing;
import org.enrol.audit.service.AuditTrail;
import org.enrol.audit.service.VerificationReport;
import org.enrol.audit.service.VerificationRun;
import org.junit.jupiter.api.Test;

/** How the trail is sealed while people go on writing it. */
class AuditSealIT extends ContainerTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final Duration SEALED = Duration.ofSeconds(20);
    private static final int SHARDS = 4;

    @Resource(lookup = "java:jboss/datasources/EnrolDS")
    private DataSource application;
    @Resource
    private ManagedExecutorService threads;
    @Inject
    private UserTransaction transaction;
    @Inject
    private AuditTrail trail;
    @Inject
    private AuditSealing sealing;
    @Inject
    private VerificationRun verification;

    @Test
    void manySealersAtOnceMakeOneChainPerShard() throws Exception {
        List<Callable<Void>> work = new ArrayList<>();
        IntStream.range(0, 4).forEach(writer -> work.add(() -> write("fork:" + writer, 100)));
        IntStream.range(0, 4).forEach(sealer -> work.add(this::sealAll));

        for (Future<Void> done : threads.invokeAll(work)) {
            done.get(60, TimeUnit.SECONDS);
        }

        awaitSealed("fork:%");
        assertThat(number("select count(*) from audit_entry where subject like 'fork:%'")).isEqualTo(400);
        assertThat(number("select count(*) from (select shard from audit_seal group by shard having max(position) <> count(*)) gaps")).isZero();
        assertThat(verified().findings()).isEmpty();
    }

    @Test
    void nobodyWhoWritesWaitsForASealer() throws Exception {
        try (Connection sealer = application.getConnection()) {
            sealer.setAutoCommit(false);
            holdEverythingASealerHolds(sealer);

            Future<Void> written = threads.submit(() -> write("unblocked:1", 50));
            written.get(20, TimeUnit.SECONDS);

            assertThat(number("select count(*) from audit_entry where subject = 'unblocked:1'")).isEqualTo(50);
            assertThat(unsealed("unblocked:1")).isEqualTo(50);
            sealer.rollback();
            sealer.setAutoCommit(true);
        }
        awaitSealed("unblocked:1");
    }

    @Test
    void anEntryThatCommitsLateIsSealedBehindYoungerOnes() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Future<Void> late = threads.submit(() -> {
            transaction.begin();
            trail.record(trail.system(), AuditAction.MAIL_REFUSED, "late:1");
            written.countDown();
            mayCommit.await(60, TimeUnit.SECONDS);
            transaction.commit();
            return null;
        });
        written.await(20, TimeUnit.SECONDS);
        write("younger:1", 8);
        awaitSealed("younger:1");

        mayCommit.countDown();
        late.get(20, TimeUnit.SECONDS);

        awaitSealed("late:1");
        assertThat(number("select id from audit_entry where subject = 'late:1'"))
                .isLessThan(number("select min(id) from audit_entry where subject = 'younger:1'"));
        assertThat(verified().findings()).isEmpty();
    }

    @Test
    void whatIsRolledBackLeavesNoTrace() throws Exception {
        transaction.begin();
        trail.record(trail.system(), AuditAction.MAIL_REFUSED, "undone:1");
        transaction.rollback();

        assertThat(number("select count(*) from audit_entry where subject = 'undone:1'")).isZero();
        assertThat(verified().findings()).isEmpty();
    }

    @Test
    void theApplicationMayNeitherChangeNorDeleteWhatItWrote() {
        for (String statement : List.of("update audit_entry set subject = ''", "delete from audit_entry", "truncate audit_entry cascade",
                "update audit_personal set detail = ''", "update audit_seal set hash = hash", "delete from audit_seal",
                "alter table audit_entry disable trigger all")) {
            assertThatThrownBy(() -> execute(statement)).as(statement)
                    .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
        }
    }

    private Void write(String subject, int entries) throws Exception {
        for (int i = 0; i < entries; i++) {
            transaction.begin();
            trail.record(trail.system(), AuditAction.MAIL_REFUSED, subject, "somebody@example.org");
            transaction.commit();
        }
        return null;
    }

    private Void sealAll() {
        for (int round = 0; round < 40; round++) {
            sealing.sealBatch(round % SHARDS);
        }
        return null;
    }

    private static void holdEverythingASealerHolds(Connection sealer) throws SQLException {
        try (Statement statement = sealer.createStatement()) {
            for (int shard = 0; shard < SHARDS; shard++) {
                statement.execute("select pg_advisory_xact_lock(" + 0x7365616c + ", " + shard + ")");
            }
            statement.execute("delete from audit_unsealed");
        }
    }

    private VerificationReport verified() throws Exception {
        CompletableFuture<VerificationReport> report = new CompletableFuture<>();
        verification.verify(trail.system(), report::complete);
        return report.get(60, TimeUnit.SECONDS);
    }

    private void awaitSealed(String subject) {
        Awaitility.await("seals of " + subject).atMost(SEALED).until(() -> unsealed(subject) == 0);
    }

    private long unsealed(String subject) throws SQLException {
        return number("select count(*) from audit_entry e where subject like '" + subject
                + "' and not exists (select 1 from audit_seal s where s.entry_id = e.id)");
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = application.getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = application.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
