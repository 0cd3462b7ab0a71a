package org.enrol.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.enrol.secret.SecretKeys;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The audit trail at a million entries: how fast it is sealed, whether people who write wait for that, how long the operator's command and
 * the export take and in how much memory, and what erasing costs. {@code enrol.load.entries}: how many entries.
 */
@Tag("load")
class AuditLoadIT {

    private static final int ENTRIES = Integer.getInteger("enrol.load.entries", 1_000_000);
    private static final int COMMITS = 2_000;
    /** Of the operator's command. A trail that were held in memory would not fit. */
    private static final String VERIFIER_HEAP = "64m";
    private static final long FIRST = 10_000;

    private static Path folder;
    private static Report report;

    @BeforeAll
    static void begin() throws IOException {
        Path target = Path.of(System.getProperty("enrol.it.folder")).getParent();
        folder = target.resolve("load");
        report = new Report(target.resolve("benchmark/audit"));
    }

    @Test
    void theTrailAtAMillionEntries() throws IOException, SQLException, InterruptedException {
        try (MeasuredServer server = MeasuredServer.start(folder, Hashing.CONFIGURED);
                Connection application = server.database().database().application()) {
            SignedEntries entries = new SignedEntries(application, SecretKeys.of(server.variables().get("ENROL_SECRET_KEY"), ""));
            Instant start = Instant.now().minus(Duration.ofDays(500));
            awaitSealed(server);
            Sample quiet = commits(entries, FIRST, start);
            awaitSealed(server);
            Sample busy = fillWhileSomebodyWrites(server, entries, start);
            report.line("commits", "sealing,commits,p50_ms,p95_ms,p99_ms", "no", COMMITS, quiet.percentile(0.5), quiet.percentile(0.95), quiet.percentile(0.99));
            report.line("commits", "sealing,commits,p50_ms,p95_ms,p99_ms", "yes", COMMITS, busy.percentile(0.5), busy.percentile(0.95), busy.percentile(0.99));
            report.say("One entry and its commit: p50 %.2f ms, p95 %.2f ms while nothing is sealed; p50 %.2f ms, p95 %.2f ms while the backlog is sealed",
                    quiet.percentile(0.5), quiet.percentile(0.95), busy.percentile(0.5), busy.percentile(0.95));
            verify(server);
            export(server);
            erase(application, start);
        }
    }

    /** Writes a million at once and then single ones, while the server seals as fast as it can. */
    private static Sample fillWhileSomebodyWrites(MeasuredServer server, SignedEntries entries, Instant start)
            throws IOException, SQLException, InterruptedException {
        long begin = System.nanoTime();
        entries.write(FIRST + COMMITS, ENTRIES, start.plusSeconds(COMMITS));
        double written = seconds(begin);
        long waiting = server.database().number("select count(*) from audit_unsealed");
        long sealBegin = System.nanoTime();
        Sample busy = commits(entries, FIRST + COMMITS + ENTRIES, start.plusSeconds(COMMITS + ENTRIES));
        long stillWaiting = server.database().number("select count(*) from audit_unsealed");
        awaitSealed(server);
        double sealed = seconds(sealBegin);
        report.line("sealing", "entries,written_s,waiting,still_waiting_after_commits,sealed_s", ENTRIES, written, waiting, stillWaiting, sealed);
        report.say("%d entries written in %.0f s; the %d that still waited then were sealed in %.0f s (%.0f a second; load average %.1f)", ENTRIES, written,
                waiting, sealed, (waiting + COMMITS) / sealed, LinuxProcess.loadAverage());
        return busy;
    }

    /** Single entries, as many people write them. */
    private static Sample commits(SignedEntries entries, long first, Instant start) throws SQLException {
        Sample sample = new Sample();
        for (int i = 0; i < COMMITS; i++) {
            long begin = System.nanoTime();
            entries.write(first + i, 1, start.plusSeconds(i));
            sample.add((System.nanoTime() - begin) / 1e6);
        }
        return sample;
    }

    private static void verify(MeasuredServer server) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("enrol.root"));
        ProcessBuilder builder = new ProcessBuilder(root.resolve("wildfly-config/bin/verify-audit.sh").toString(),
                folder.resolve("server/data/enrol-audit-anchors.log").toString()).redirectErrorStream(true);
        builder.environment().putAll(server.variables());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("WILDFLY_HOME", System.getProperty("enrol.wildfly.home"));
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Xmx" + VERIFIER_HEAP);
        long begin = System.nanoTime();
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        double seconds = seconds(begin);
        report.line("verification", "entries,heap,seconds", ENTRIES, VERIFIER_HEAP, seconds);
        report.say("verify-audit.sh: %.1f s with a heap of %s: %s", seconds, VERIFIER_HEAP, said.lines().filter(line -> line.startsWith("Sealed")).findFirst().orElse(""));
    }

    /** Everything there is, addresses and details too, by an auditor. */
    private static void export(MeasuredServer server) throws IOException, SQLException, InterruptedException {
        String session = auditor(server);
        long before = server.residentMebibytes();
        long begin = System.nanoTime();
        HttpResponse<InputStream> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(server.place().url()
                + "/admin/audit.csv?personal=true")).header("Cookie", "enrol-session=" + session).build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        long bytes = 0;
        long lines = 0;
        long most = before;
        byte[] buffer = new byte[1 << 20];
        try (InputStream body = answer.body()) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
                most = Math.max(most, server.residentMebibytes());
            }
        }
        double seconds = seconds(begin);
        assertThat(lines).isGreaterThan(ENTRIES);
        report.line("export", "lines,bytes,seconds,resident_before_mib,resident_most_mib", lines, bytes, seconds, before, most);
        report.say("Export: %d lines, %d MB in %.1f s; resident %d MiB before, %d MiB at most", lines, bytes / 1_000_000, seconds, before, most);
    }

    private static String auditor(MeasuredServer server) throws SQLException {
        String token = SecretKeys.random(32);
        try (Connection owner = server.database().database().owner(); PreparedStatement insert = owner.prepareStatement("""
                with person as (insert into account (email, canonical_email, name, language, status, created_at)
                  values ('auditor@enrol.example', 'auditor@enrol.example', 'Auditor', 'en', 'ACTIVE', now()) returning id),
                role as (insert into account_role (account_id, role) select id, 'AUDITOR' from person)
                insert into sign_in_session (token_hash, account_id, started_at, last_seen_at, address, browser)
                select ?, id, now(), now(), '127.0.0.1', 'load' from person""")) {
            insert.setBytes(1, SecretKeys.digest(token));
            insert.executeUpdate();
        }
        return token;
    }

    /** Batches as the retention sweep makes them; what announces them is not signed here, for it is the end. */
    private static void erase(Connection application, Instant start) throws SQLException {
        Sample batches = new Sample();
        application.setAutoCommit(false);
        for (int i = 1; i <= 20; i++) {
            long begin = System.nanoTime();
            try (PreparedStatement erase = application.prepareStatement("""
                    with told as (insert into audit_entry (at, action, actor, subject, request)
                      values (now(), 'PERSONAL_DATA_ERASED', 'system', ?, '') returning id) select id from told""")) {
                erase.setString(1, "until:" + start.plusSeconds(5_000L * i));
                try (ResultSet told = erase.executeQuery()) {
                    told.next();
                    erase(application, told.getLong(1));
                }
            }
            application.commit();
            batches.add((System.nanoTime() - begin) / 1e6);
        }
        report.line("erasure", "batch,p50_ms,longest_ms", 5_000, batches.percentile(0.5), batches.percentile(1));
        report.say("Erasing 5,000 personal parts: p50 %.0f ms, longest %.0f ms", batches.percentile(0.5), batches.percentile(1));
    }

    private static void erase(Connection application, long announcement) throws SQLException {
        try (PreparedStatement erase = application.prepareStatement("select audit_erase(?)")) {
            erase.setLong(1, announcement);
            try (ResultSet erased = erase.executeQuery()) {
                erased.next();
                assertThat(erased.getLong(1)).isPositive();
            }
        }
    }

    private static void awaitSealed(MeasuredServer server) {
        Awaitility.await("everything sealed").atMost(Duration.ofMinutes(30)).pollInterval(Duration.ofMillis(200))
                .until(() -> server.database().number("select count(*) from (select from audit_unsealed limit 1) one") == 0);
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
