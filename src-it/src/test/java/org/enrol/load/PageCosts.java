package org.enrol.load;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What reading each page of the journey costs the server; what posting costs is the rest. */
final class PageCosts {

    private static final int LANES = 4;
    private static final Duration TIME = Duration.ofSeconds(10);

    private final MeasuredServer server;
    private final Report report;

    PageCosts(MeasuredServer server, Report report) {
        this.server = server;
        this.report = report;
    }

    void measure(AtomicLong numbers) throws IOException, SQLException, InterruptedException {
        Buyer waiting = new Buyer(server.place(), numbers.incrementAndGet(), new Timings());
        var token = server.place().mail().expect(waiting.email());
        waiting.signUp(waiting.email());
        String link = "/activate?token=" + token.orTimeout(30, TimeUnit.SECONDS).join();
        Buyer registered = new Buyer(server.place(), numbers.incrementAndGet(), new Timings());
        registered.register();
        report.say("Reading a page, CPU in the server and in PostgreSQL:");
        measure(Step.CREATE_PAGE, waiting.browser(), "/buyer/create");
        measure(Step.CHECK_EMAIL, waiting.browser(), "/buyer/check-email");
        measure(Step.LINK, waiting.browser(), link);
        measure(Step.AREA, registered.browser(), "/buyer");
        report.say("");
    }

    private void measure(Step step, Browser browser, String path) throws IOException, SQLException, InterruptedException {
        AtomicInteger read = new AtomicInteger();
        Usage before = server.usage();
        ExecutorService lanes = Executors.newFixedThreadPool(LANES);
        long end = System.nanoTime() + TIME.toNanos();
        for (int i = 0; i < LANES; i++) {
            lanes.submit(() -> {
                while (System.nanoTime() < end) {
                    if (browser.get(path).status() != 200) {
                        throw new IllegalStateException(path + " is not there");
                    }
                    read.incrementAndGet();
                }
                return null;
            });
        }
        lanes.shutdown();
        if (!lanes.awaitTermination(TIME.toSeconds() * 10, TimeUnit.SECONDS)) {
            lanes.shutdownNow();
        }
        Usage used = server.usage().since(before);
        double n = Math.max(1, read.get());
        report.line("pages", "page,load_average,read,server_cpu_ms,postgres_cpu_ms", step, LinuxProcess.loadAverage(), read.get(),
                used.serverCpuMillis() / n, used.databaseCpuMillis() / n);
        report.say("- %s: %.2f ms, %.2f ms (%d read)", step, used.serverCpuMillis() / n, used.databaseCpuMillis() / n, read.get());
    }
}
