package org.enrol.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.enrol.load.Crowd.Outcome;
import org.enrol.load.MeasuredDatabase.Written;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a buyer's registration costs, from the first page to the buyer area. Measures and never fails on a time; what it does demand
 * is that every honest buyer gets an account and nobody two.
 *
 * <p>System properties: {@code enrol.load.people} at once, {@code enrol.load.seconds} a run, {@code enrol.load.warmup} registrations
 * before it, until the server's compilers have seen enough.
 */
@Tag("load")
class RegistrationLoadIT {

    private static final int PEOPLE = Integer.getInteger("enrol.load.people", 64);
    private static final Duration RUN = Duration.ofSeconds(Integer.getInteger("enrol.load.seconds", 60));
    private static final int WARM_UP = Integer.getInteger("enrol.load.warmup", 6000);
    private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(5);
    /** Registrations a second at which the steps of the calm run are taken: about a tenth of what the server can do. */
    private static final double CALM = 10;
    /** A connection of the database tells its counters up to a second late. */
    private static final long COUNTERS_SECONDS = 2;

    private static Path folder;
    private static Report report;
    private final AtomicLong numbers = new AtomicLong();

    @BeforeAll
    static void begin() throws IOException {
        Path target = Path.of(System.getProperty("enrol.it.folder")).getParent();
        folder = target.resolve("load");
        report = new Report(target.resolve("benchmark"));
    }

    @AfterAll
    static void end() {
        report.say("\nPer step and the surroundings of each figure: the CSV files beside this page.");
    }

    @Test
    void registrationsWithHashingApart() throws IOException, SQLException, InterruptedException {
        try (MeasuredServer server = MeasuredServer.start(folder, Hashing.APART)) {
            measure(server, Hashing.APART);
            calm(server);
            new PageCosts(server, report).measure(numbers);
            new OnePerson(server, report).measure(numbers);
            new SameAddress(server, report).measure(numbers);
            new PhysicalLimit(server.database(), report, RUN.dividedBy(3)).measure(folder);
        }
    }

    @Test
    void registrationsWithConfiguredHashing() throws IOException, SQLException, InterruptedException {
        try (MeasuredServer server = MeasuredServer.start(folder, Hashing.CONFIGURED)) {
            measure(server, Hashing.CONFIGURED);
        }
    }

    private void measure(MeasuredServer server, Hashing hashing) throws IOException, SQLException, InterruptedException {
        Crowd crowd = new Crowd(server.place(), numbers);
        Outcome warming = crowd.atOnce(PEOPLE, LONGEST_WARM_UP, WARM_UP);
        server.database().checkpoint();
        Usage before = server.usage();
        Outcome outcome = crowd.atOnce(PEOPLE, RUN);
        double load = LinuxProcess.loadAverage();
        long resident = server.residentMebibytes();
        TimeUnit.SECONDS.sleep(COUNTERS_SECONDS);
        Usage after = server.usage();
        Written written = server.database().written(before.walPosition(), after.walPosition());
        steps(hashing + " at once", outcome, load);
        write(server, hashing, warming.registrations(), outcome, after.since(before), written, load, resident);
        demandOneAccountEach(server, warming.registrations() + outcome.registrations(), outcome);
    }

    private static void write(MeasuredServer server, Hashing hashing, int warmed, Outcome outcome, Usage used, Written written, double load,
            long resident) {
        double n = Math.max(1, outcome.registrations());
        report.line("registrations", "hashing,warmed_by,load_average,people,seconds,registrations,failures,per_second,server_cpu_ms,postgres_cpu_ms,"
                        + "transactions,writing_commits,wal_bytes,full_page_bytes,full_pages,resident_mib,start_seconds",
                hashing, warmed, load, PEOPLE, outcome.seconds(), outcome.registrations(), outcome.failures().size(), outcome.perSecond(),
                used.serverCpuMillis() / n, used.databaseCpuMillis() / n, used.transactions() / n, written.commits() / n,
                used.walPosition() / n, written.fullPageBytes() / n, used.fullPages() / n, resident, server.startSeconds());
        report.say("## Registrations, hashing %s (load average %.1f, after %d to warm up)", hashing, load, warmed);
        report.say("- %.1f a second by %d people at once, %d failed; ready after %.1f s, resident %d MiB", outcome.perSecond(), PEOPLE,
                outcome.failures().size(), server.startSeconds(), resident);
        report.say("- each: %.2f ms CPU in the server, %.2f ms in PostgreSQL, %.2f transactions of which %.2f write",
                used.serverCpuMillis() / n, used.databaseCpuMillis() / n, used.transactions() / n, written.commits() / n);
        report.say("- each: %.0f bytes of write-ahead log, of which %.0f are whole pages after a checkpoint\n", used.walPosition() / n,
                written.fullPageBytes() / n);
    }

    /** How long people wait, and what each costs, where the server is not pressed and nobody takes the other's place in the caches. */
    private void calm(MeasuredServer server) throws IOException, SQLException, InterruptedException {
        Usage before = server.usage();
        Outcome outcome = new Crowd(server.place(), numbers).arriving(CALM, RUN.dividedBy(2));
        double load = LinuxProcess.loadAverage();
        TimeUnit.SECONDS.sleep(COUNTERS_SECONDS);
        Usage used = server.usage().since(before);
        double n = Math.max(1, outcome.registrations());
        steps("calm, " + CALM + " a second", outcome, load);
        report.line("calm", "load_average,registrations,server_cpu_ms,postgres_cpu_ms", load, outcome.registrations(),
                used.serverCpuMillis() / n, used.databaseCpuMillis() / n);
        report.say("- each: %.2f ms CPU in the server, %.2f ms in PostgreSQL, what runs anyway included\n", used.serverCpuMillis() / n,
                used.databaseCpuMillis() / n);
    }

    private static void steps(String run, Outcome outcome, double load) {
        Timings timings = outcome.timings();
        report.say("Steps, %s (load average %.1f), milliseconds: p50 p95 p99 max", run, load);
        for (Step step : Step.values()) {
            report.line("steps", "run,load_average,step,count,p50_ms,p95_ms,p99_ms,max_ms", run, load, step, timings.count(step),
                    timings.percentile(step, 0.5), timings.percentile(step, 0.95), timings.percentile(step, 0.99), timings.percentile(step, 1));
            report.say("- %s: %.1f %.1f %.1f %.1f", step, timings.percentile(step, 0.5), timings.percentile(step, 0.95),
                    timings.percentile(step, 0.99), timings.percentile(step, 1));
        }
        report.say("- all pages: %.1f %.1f %.1f %.1f\n", timings.percentileOfPages(0.5), timings.percentileOfPages(0.95),
                timings.percentileOfPages(0.99), timings.percentileOfPages(1));
    }

    private static void demandOneAccountEach(MeasuredServer server, int registered, Outcome outcome) throws SQLException {
        assertThat(outcome.failures()).isEmpty();
        assertThat(server.database().number("select count(*) from account")).isEqualTo(registered);
    }
}
