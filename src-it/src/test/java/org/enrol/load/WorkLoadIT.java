package org.enrol.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.enrol.launcher.RequestGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The work lists and decisions at 10,000 and at 1,000,000 requests. Measures and never fails on a time; what it does demand is that every
 * page answers, every decision is taken, and no list reads a big table from end to end.
 *
 * <p>System properties: {@code enrol.load.few} and {@code enrol.load.many} requests, {@code enrol.load.reads} of each page,
 * {@code enrol.load.decisions} in all.
 *
 * <p>Source: design, section 11.
 */
@Tag("load")
class WorkLoadIT {

    private static final int FEW = Integer.getInteger("enrol.load.few", 10_000);
    private static final int MANY = Integer.getInteger("enrol.load.many", 1_000_000);
    private static final int READS = Integer.getInteger("enrol.load.reads", 100);
    private static final int DECISIONS = Integer.getInteger("enrol.load.decisions", 3_000);
    private static final int OFFICERS = 20;
    private static final int DEEP = 4_999 * 25;
    private static final double BUDGET = 200;
    private static final double RATIO = 1.3;
    private static final String SCANS =
            "select coalesce(sum(seq_scan), 0) from pg_stat_user_tables where relname in ('request', 'request_event', 'domain_wait', 'request_message')";

    private Report report;

    @Test
    void listsAndDecisionsAtTenThousandAndAtAMillion() throws IOException, SQLException, InterruptedException {
        Path target = Path.of(System.getProperty("enrol.it.folder")).getParent();
        report = new Report(target.resolve("benchmark/work"));
        try (MeasuredServer server = MeasuredServer.start(target.resolve("load"), Hashing.APART)) {
            add(server, FEW);
            List<Officer> officers = Officer.all(server, OFFICERS);
            warmUp(server, officers.get(0));
            Map<String, double[]> few = lists(server, officers.get(0), FEW);
            decisions(server, officers, FEW);
            add(server, MANY - FEW);
            long scans = scans(server);
            Map<String, double[]> many = lists(server, officers.get(0), MANY);
            long scanned = scans(server) - scans;
            compare(few, many);
            decisions(server, officers, MANY);
            report.say("Tables read from end to end by the lists: %d times", scanned);
            assertThat(scanned).isZero();
        }
    }

    private void add(MeasuredServer server, long count) throws IOException, SQLException {
        long begin = System.nanoTime();
        try (Connection owner = server.database().database().owner()) {
            new RequestGenerator(owner, System.out).add(count);
        }
        server.database().checkpoint();
        report.say("Generated %d requests in %.0f s (load average %.1f)", count, (System.nanoTime() - begin) / 1e9, LinuxProcess.loadAverage());
    }

    private static void warmUp(MeasuredServer server, Officer officer) throws IOException, SQLException, InterruptedException {
        for (int i = 0; i < 20; i++) {
            for (String query : pages(server).values()) {
                officer.reads("/admin/requests?" + query);
            }
        }
    }

    /** What is measured, and its address. */
    private static Map<String, String> pages(MeasuredServer server) throws SQLException {
        Map<String, String> pages = new LinkedHashMap<>();
        for (String list : List.of("MINE", "UNASSIGNED", "WAITING", "OVERDUE", "ALL")) {
            pages.put("list " + list, "list=" + list);
            for (String sort : List.of("CREATED", "CHANGED", "DUE")) {
                pages.put(list + " by " + sort, "list=" + list + "&sort=" + sort + "&down=false");
                pages.put(list + " by " + sort + ", last first", "list=" + list + "&sort=" + sort + "&down=true");
            }
        }
        pages.put("page 5,000", "list=ALL&after=" + deepKey(server));
        pages.put("part, frequent", "list=ALL&part=council");
        pages.put("part, in a tenth", "list=ALL&part=museum");
        pages.put("part, in a thousandth", "list=ALL&part=lighthouse");
        pages.put("part, rare", "list=ALL&part=zymurgy");
        pages.put("part, none", "list=ALL&part=quicksilver");
        pages.put("reference", "list=ALL&part=" + reference(server));
        for (String status : List.of("AWAITING_PICKUP", "APPROVED_IN_PROGRESS", "RETURNED", "COMPLETE_AWAITING_ACKNOWLEDGEMENT", "CLOSED", "IN_REVIEW_GOVERNANCE")) {
            pages.put("status " + status, "list=ALL&status=" + status);
            pages.put("status " + status + " and frequent part", "list=ALL&part=council&sort=CREATED&down=false&status=" + status);
            pages.put("status " + status + " and rare part", "list=ALL&part=zymurgy&status=" + status);
        }
        pages.put("type", "list=ALL&type=COMPANY_CHECK");
        pages.put("type and a part that its titles never have", "list=ALL&type=COMPANY_CHECK&part=council");
        pages.put("assignee", "list=ALL&assignee=" + officer(server));
        pages.put("assignee by creation", "list=ALL&sort=CREATED&down=false&assignee=" + officer(server));
        pages.put("assignee without requests", "list=ALL&assignee=999999999");
        pages.put("assignee and part in a thousandth", "list=ALL&part=lighthouse&assignee=" + officer(server));
        pages.put("open 10 days", "list=ALL&days=10");
        pages.put("open 90 days by due", "list=ALL&days=90&sort=DUE&down=false");
        pages.put("overdue and frequent part", "list=OVERDUE&part=clinic&sort=CHANGED");
        pages.put("unassigned and rare part", "list=UNASSIGNED&part=zymurgy");
        pages.put("numbers", "numbers");
        return pages;
    }

    private static String deepKey(MeasuredServer server) throws SQLException {
        long rows = server.database().number("select count(*) from request");
        return server.database().text("""
                select to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24"%%3A"MI"%%3A"SS.US"Z"') || '_' || id from request
                order by changed_at desc, id desc offset %d limit 1""".formatted(Math.min(DEEP, rows / 2)));
    }

    private static String reference(MeasuredServer server) throws SQLException {
        return server.database().text("select reference from request order by id desc limit 1");
    }

    private static long officer(MeasuredServer server) throws SQLException {
        return server.database().number("select min(id) from account where email like 'officer%@generated.example'");
    }

    /** p50 and p95 in milliseconds of each page, and what the database needs for one. */
    private Map<String, double[]> lists(MeasuredServer server, Officer officer, int requests) throws IOException, SQLException, InterruptedException {
        Map<String, double[]> measured = new LinkedHashMap<>();
        for (Map.Entry<String, String> page : pages(server).entrySet()) {
            String path = page.getValue().equals("numbers") ? "/admin/work-counts" : "/admin/requests?" + page.getValue();
            for (int i = 0; i < 5; i++) {
                officer.reads(path);
            }
            server.database().watchStatements(true);
            Sample times = new Sample();
            for (int i = 0; i < READS; i++) {
                times.add(officer.reads(path) / 1e6);
            }
            double database = server.database().milliseconds() / READS;
            server.database().watchStatements(false);
            measured.put(page.getKey(), new double[] {times.percentile(.5), times.percentile(.95), database});
            report.line("lists", "requests,load_average,page,p50_ms,p95_ms,database_ms", requests, LinuxProcess.loadAverage(), page.getKey(),
                    times.percentile(.5), times.percentile(.95), database);
        }
        return measured;
    }

    private void compare(Map<String, double[]> few, Map<String, double[]> many) {
        report.say("\n## Lists, milliseconds at %d and at %d requests: p50, p95, in the database; ratio of p50 and p95 (budget: p95 %.0f, ratio %.1f)", FEW, MANY, BUDGET, RATIO);
        few.forEach((page, before) -> {
            double[] after = many.get(page);
            boolean kept = after[1] <= BUDGET && after[1] / before[1] <= RATIO;
            report.say("- %s%s: %.1f %.1f %.2f → %.1f %.1f %.2f; × %.2f, × %.2f", kept ? "" : "OVER ", page, before[0], before[1], before[2],
                    after[0], after[1], after[2], after[0] / before[0], after[1] / before[1]);
        });
    }

    private static long scans(MeasuredServer server) throws SQLException, InterruptedException {
        TimeUnit.SECONDS.sleep(2);
        return server.database().number(SCANS);
    }

    /** Everybody takes requests that nobody has, and approves them, as quickly as the server lets them. */
    private void decisions(MeasuredServer server, List<Officer> officers, int requests) throws IOException, SQLException, InterruptedException {
        Queue<Long> waiting = new ConcurrentLinkedQueue<>(server.database().numbers(
                "select id from request where status = 'AWAITING_PICKUP' and type = 'EMAIL_DOMAIN' order by created_at desc limit " + DECISIONS / 2));
        Queue<Double> times = new ConcurrentLinkedQueue<>();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        ExecutorService lanes = Executors.newFixedThreadPool(officers.size());
        long begin = System.nanoTime();
        for (Officer officer : officers) {
            lanes.execute(() -> decideAll(officer, waiting, times, failures));
        }
        lanes.shutdown();
        assertThat(lanes.awaitTermination(10, TimeUnit.MINUTES)).isTrue();
        double seconds = (System.nanoTime() - begin) / 1e9;
        Sample sample = new Sample();
        times.forEach(sample::add);
        report.line("decisions", "requests,load_average,officers,decisions,seconds,per_second,p50_ms,p95_ms,failures", requests, LinuxProcess.loadAverage(),
                officers.size(), times.size(), seconds, times.size() / seconds, sample.percentile(.5), sample.percentile(.95), failures.size());
        report.say("\n## Decisions at %d requests by %d officers, each after reading the request: %d, %.1f a second, p50 %.1f ms, p95 %.1f ms (budget: 50 a second, 150 ms), %d failed",
                requests, officers.size(), times.size(), times.size() / seconds, sample.percentile(.5), sample.percentile(.95), failures.size());
        assertThat(failures).isEmpty();
    }

    private static void decideAll(Officer officer, Queue<Long> waiting, Queue<Double> times, Queue<String> failures) {
        for (Long request = waiting.poll(); request != null; request = waiting.poll()) {
            try {
                times.add(officer.decides(request, "assign", Map.entry("take", "Assign to me"), Map.of("assignee", "0", "note", "")) / 1e6);
                times.add(officer.decides(request, "f", Map.entry(":act", "Approve"), Map.of("comment", "Listed.")) / 1e6);
            } catch (IOException | IllegalStateException e) {
                failures.add(e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
