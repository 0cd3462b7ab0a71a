package org.enrol.load;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.enrol.launcher.Database;
import org.enrol.launcher.DatabaseSettings;
import org.enrol.launcher.Settings;

/** A durable PostgreSQL (fsync and synchronous_commit on) with an empty Enrol database, and what it counts. */
final class MeasuredDatabase implements Closeable {

    static final String PASSWORD = "measured";

    private final DatabaseSettings settings;
    private final Database database;
    private final Connection connection;
    private final LinuxProcess postmaster;

    /** @throws SQLException if the extensions for measuring are missing: they come with the embedded PostgreSQL */
    MeasuredDatabase(Path folder, int port) throws SQLException, IOException {
        Settings local = Settings.ofSystemProperties();
        settings = new DatabaseSettings(local.programs(), folder, local.sql(), port, true, PASSWORD, PASSWORD);
        database = Database.startEmpty(settings);
        preload();
        connection = database.superuser();
        run("create extension pg_stat_statements");
        run("create extension pg_walinspect");
        postmaster = new LinuxProcess(number("select pg_backend_pid()")).parent();
    }

    private void preload() throws SQLException {
        try (Connection first = database.superuser(); Statement statement = first.createStatement()) {
            statement.execute("alter system set shared_preload_libraries = 'pg_stat_statements'");
            statement.execute("alter system set pg_stat_statements.track = 'none'");
        }
        database.stop();
        database.start();
    }

    Database database() {
        return database;
    }

    DatabaseSettings settings() {
        return settings;
    }

    long cpuMillis() throws IOException {
        return postmaster.cpuMillisWithChildren();
    }

    /** Transactions that ended well; a connection reports its own up to a second late. */
    long transactions() throws SQLException {
        run("select pg_stat_clear_snapshot()");
        return number("select xact_commit from pg_stat_database where datname = 'enrol'");
    }

    long walPosition() throws SQLException {
        return number("select pg_current_wal_flush_lsn() - '0/0'::pg_lsn");
    }

    /** Writes a small record and says where it ends, so that what follows begins where a record begins. Commits nothing. */
    long mark() throws SQLException {
        return number("select pg_logical_emit_message(false, 'mark', '', true) - '0/0'::pg_lsn");
    }

    /** How many pages a checkpoint made the log hold whole. */
    long fullPages() throws SQLException {
        return number("select wal_fpi from pg_stat_wal");
    }

    /** Every run begins here, so that each pays alike for the first change of a page after a checkpoint. */
    void checkpoint() throws SQLException {
        run("checkpoint");
    }

    /** What the log holds between two positions: the transactions that wrote something, and the bytes of whole pages. */
    Written written(long from, long to) throws SQLException {
        String range = "pg_get_wal_stats('0/0'::pg_lsn + " + from + ", '0/0'::pg_lsn + " + to + ", true)";
        return new Written(
                number("select coalesce(sum(count), 0) from " + range + " where \"resource_manager/record_type\" like 'Transaction/COMMIT%'"),
                number("select coalesce(sum(fpi_size), 0) from " + range));
    }

    /** @param commits transactions that wrote something */
    record Written(long commits, long fullPageBytes) {
    }

    /** Begins to count statements; it costs the database a little. */
    void watchStatements(boolean on) throws SQLException {
        run("alter system set pg_stat_statements.track = '" + (on ? "top" : "none") + "'");
        run("select pg_reload_conf()");
        run("select pg_stat_statements_reset()");
    }

    /** How often each statement ran since {@link #watchStatements}, the most frequent first. */
    Map<String, Long> statements() throws SQLException {
        Map<String, Long> calls = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery("""
                select s.query, s.calls from pg_stat_statements s join pg_roles r on r.oid = s.userid
                where r.rolname = 'enrol' order by s.calls desc, s.query""")) {
            while (rows.next()) {
                calls.merge(rows.getString(1).replaceAll("\\s+", " "), rows.getLong(2), Long::sum);
            }
        }
        return calls;
    }

    /** What the application's statements took since {@link #watchStatements}. */
    double milliseconds() throws SQLException {
        return Double.parseDouble(text("""
                select coalesce(sum(s.total_exec_time + s.total_plan_time), 0) from pg_stat_statements s join pg_roles r on r.oid = s.userid
                where r.rolname = 'enrol' and s.query not like '%audit_%' and s.query not like '%outbox%'"""));
    }

    String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    List<Long> numbers(String sql) throws SQLException {
        List<Long> column = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                column.add(rows.getLong(1));
            }
        }
        return column;
    }

    long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
