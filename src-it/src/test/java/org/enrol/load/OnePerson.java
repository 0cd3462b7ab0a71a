package org.enrol.load;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One person after the other on a silent server: what each step writes to the database before it answers. Only so can the commits on
 * the person's way be told from those of the relay, which may have its turn at any moment: the median of several people counts.
 */
final class OnePerson {

    private static final int TIMES = 9;
    private static final long MAIL_SECONDS = 30;

    private final MeasuredServer server;
    private final Report report;
    private final Map<Step, List<Long>> commits = new EnumMap<>(Step.class);
    private final Map<Step, List<Long>> bytes = new EnumMap<>(Step.class);

    OnePerson(MeasuredServer server, Report report) {
        this.server = server;
        this.report = report;
    }

    void measure(AtomicLong numbers) throws IOException, SQLException, InterruptedException {
        for (int i = 0; i < TIMES; i++) {
            register(numbers.incrementAndGet());
        }
        report.say("What the steps of one person write (median of %d): commits, bytes of write-ahead log", TIMES);
        long way = 0;
        for (Step step : commits.keySet()) {
            report.line("one-person", "step,writing_commits,wal_bytes", step, median(commits.get(step)), median(bytes.get(step)));
            report.say("- %s: %d, %d", step, median(commits.get(step)), median(bytes.get(step)));
            way += step.isPage() ? median(commits.get(step)) : 0;
        }
        report.say("- on the way of the person: %d commits\n", way);
        statements(numbers);
    }

    /** Which statements a registration runs, relay included. */
    private void statements(AtomicLong numbers) throws IOException, SQLException, InterruptedException {
        server.database().watchStatements(true);
        for (int i = 0; i < TIMES; i++) {
            new Buyer(server.place(), numbers.incrementAndGet(), new Timings()).register();
        }
        Map<String, Long> calls = server.database().statements();
        server.database().watchStatements(false);
        calls.forEach((statement, times) -> report.line("statements", "calls_per_registration,statement", times / (double) TIMES, statement));
        report.say("Statements of one registration, relay included: %.1f\n",
                calls.values().stream().mapToLong(Long::longValue).sum() / (double) TIMES);
    }

    private void register(long number) throws IOException, SQLException, InterruptedException {
        Buyer buyer = new Buyer(server.place(), number, new Timings());
        CompletableFuture<String> token = server.place().mail().expect(buyer.email());
        Browser browser = buyer.browser();
        Map<String, String> form = PageForm.of(written(Step.CREATE_PAGE, () -> browser.get("/buyer/create")).html());
        form.put("email", buyer.email());
        written(Step.SUBMIT, () -> browser.post("/buyer/create", form));
        written(Step.CHECK_EMAIL, () -> browser.get("/buyer/check-email"));
        String received = written(Step.MAIL, () -> token.orTimeout(MAIL_SECONDS, TimeUnit.SECONDS).join());
        TimeUnit.MILLISECONDS.sleep(300);
        Map<String, String> answers = written(Step.LINK, () -> buyer.answers(received, "velvet harbour " + number + " candle"));
        written(Step.ACTIVATE, () -> browser.post("/activate", answers));
        written(Step.AREA, () -> browser.get("/buyer"));
    }

    /** Something a person does. */
    private interface Deed<T> {
        T done() throws IOException, InterruptedException;
    }

    private <T> T written(Step step, Deed<T> deed) throws IOException, SQLException, InterruptedException {
        long silence = server.database().mark();
        long before = server.database().mark();
        T result = deed.done();
        long after = server.database().mark();
        commits.computeIfAbsent(step, s -> new ArrayList<>()).add(server.database().written(before, after).commits());
        bytes.computeIfAbsent(step, s -> new ArrayList<>()).add(after - before - (before - silence));
        return result;
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
