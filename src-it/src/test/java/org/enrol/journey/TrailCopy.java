package org.enrol.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.enrol.launcher.Database;
import org.enrol.secret.SecretKeys;
import org.enrol.surroundings.Surroundings;

/**
 * The trail of the running server, copied into a schema of its own where the database's superuser does to it what no constraint would
 * allow, and verified there by the operator's command with a role that may only read.
 */
final class TrailCopy implements AutoCloseable {

    /** What the command said. @param status 0 whole, 1 broken, 2 unknown */
    record Verdict(int status, String words) {
    }

    private static final AtomicInteger COPIES = new AtomicInteger();
    private static final String READER = "trail_reader";

    private final String schema = "trail_" + COPIES.incrementAndGet();
    private final Connection superuser;

    TrailCopy() throws SQLException {
        superuser = Surroundings.database().superuser();
        superuser.setAutoCommit(false);
        superuser.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        change("create schema " + schema);
        for (String table : List.of("audit_entry", "audit_personal", "audit_seal", "audit_unsealed")) {
            change("create table " + schema + "." + table + " as select * from public." + table);
        }
        change("do $$ begin create role " + READER + " login password 'reader'; exception when duplicate_object then null; end $$");
        change("grant connect on database enrol to " + READER);
        change("grant usage on schema " + schema + " to " + READER);
        change("grant select on all tables in schema " + schema + " to " + READER);
        change("set search_path to " + schema);
        superuser.commit();
        superuser.setAutoCommit(true);
    }

    int change(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    void sealAnew(int shard, SecretKeys keys) throws SQLException {
        new SealedAnew(superuser, keys).chain(shard);
    }

    /** @param settings variables that differ from the server's @param anchors files */
    Verdict verify(Map<String, String> settings, List<Path> anchors) {
        Path root = Path.of(System.getProperty("enrol.root"));
        List<String> words = new ArrayList<>(List.of(root.resolve("wildfly-config/bin/verify-audit.sh").toString()));
        anchors.forEach(file -> words.add(file.toString()));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("WILDFLY_HOME", System.getProperty("enrol.wildfly.home"));
        builder.environment().put("ENROL_DB_URL", "jdbc:postgresql://127.0.0.1:" + Surroundings.database().port() + "/" + Database.NAME + "?currentSchema=" + schema);
        builder.environment().put("ENROL_DB_USER", READER);
        builder.environment().put("ENROL_DB_PASSWORD", "reader");
        builder.environment().putAll(settings);
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Verdict(process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() throws SQLException {
        change("drop schema " + schema + " cascade");
        superuser.close();
    }
}
