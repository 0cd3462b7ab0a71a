package org.enrol.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.enrol.launcher.Database;

/** What the database alone can do: the statements of a registration without the application around them. */
final class PhysicalLimit {

    private static final int CONNECTIONS = 16;
    private static final Pattern PROCESSED = Pattern.compile("transactions actually processed: (\\d+)");

    private final MeasuredDatabase database;
    private final Report report;
    private final Duration time;

    PhysicalLimit(MeasuredDatabase database, Report report, Duration time) {
        this.database = database;
        this.report = report;
        this.time = time;
    }

    void measure(Path folder) throws IOException, SQLException, InterruptedException {
        report.say("## The statements alone, %d connections", CONNECTIONS);
        written("JDBC", this::overJdbc);
        written("pgbench", () -> byPgbench(folder.resolve("registration.sql")));
        report.say("");
    }

    /** A way to register people. */
    private interface Way {
        long register() throws IOException, SQLException, InterruptedException;
    }

    private void written(String name, Way way) throws IOException, SQLException, InterruptedException {
        database.checkpoint();
        long cpu = database.cpuMillis();
        long wal = database.walPosition();
        long begin = System.nanoTime();
        long registrations = way.register();
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (registrations == 0) {
            report.say("- %s: not on this machine", name);
            return;
        }
        double n = registrations;
        double perWal = (database.walPosition() - wal) / n;
        double perCpu = (database.cpuMillis() - cpu) / n;
        report.line("limit", "way,load_average,connections,seconds,registrations,per_second,postgres_cpu_ms,wal_bytes", name,
                LinuxProcess.loadAverage(), CONNECTIONS, seconds, registrations, n / seconds, perCpu, perWal);
        report.say("- %s: %.1f a second (load average %.1f), each %.2f ms CPU in PostgreSQL, %.0f bytes of write-ahead log", name, n / seconds,
                LinuxProcess.loadAverage(), perCpu, perWal);
    }

    private long overJdbc() throws IOException, SQLException, InterruptedException {
        ExecutorService lanes = Executors.newFixedThreadPool(CONNECTIONS);
        long end = System.nanoTime() + time.toNanos();
        List<Future<Long>> counts = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            counts.add(lanes.submit(() -> {
                try (Connection connection = database.database().application()) {
                    BareStatements statements = new BareStatements(connection);
                    long done = 0;
                    for (; System.nanoTime() < end; done++) {
                        statements.register();
                    }
                    return done;
                }
            }));
        }
        lanes.shutdown();
        long sum = 0;
        for (Future<Long> count : counts) {
            try {
                sum += count.get();
            } catch (ExecutionException e) {
                throw new SQLException(e.getCause());
            }
        }
        return sum;
    }

    /** @return 0 where pgbench is not on the path */
    private long byPgbench(Path script) throws IOException, InterruptedException {
        Files.writeString(script, BareStatements.script());
        ProcessBuilder builder = new ProcessBuilder("pgbench", "-n", "-M", "prepared", "-c", Integer.toString(CONNECTIONS), "-T",
                Long.toString(time.toSeconds()), "-f", script.toString(), "-h", "127.0.0.1", "-p", Integer.toString(database.database().port()),
                "-U", Database.APPLICATION, Database.NAME).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", MeasuredDatabase.PASSWORD);
        try {
            String said = new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher processed = PROCESSED.matcher(said);
            return processed.find() ? Long.parseLong(processed.group(1)) : 0;
        } catch (IOException notThere) {
            return 0;
        }
    }
}
