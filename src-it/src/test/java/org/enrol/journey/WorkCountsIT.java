package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.enrol.surroundings.ClientTest;
import org.enrol.surroundings.Surroundings;
import org.junit.jupiter.api.Test;

/** The numbers beside the work lists: exact at every moment, whoever changes what at once, and asked for by nobody but the page. */
class WorkCountsIT extends ClientTest {

    private static final int PEOPLE = 12;
    private static final int CHANGES = 60;
    /** Counted anew and counted by the rows, in one statement and so at one moment; nothing if they agree. */
    private static final String DIFFERENCES = """
            select coalesce(kept.cell, real.cell) || ': ' || coalesce(kept.n, 0) || ' instead of ' || coalesce(real.n, 0) from (
              select cell, sum(n) as n from (select cell, n from work_count union all select cell, n from work_change) rows group by cell) kept
            full join (
              select c.cell, count(*) as n from request r cross join lateral work_cells(r.status, r.assignee_id, r.due_at) as c (cell) group by c.cell) real
              on real.cell = kept.cell
            where coalesce(kept.n, 0) <> coalesce(real.n, 0)""";
    private static final String FOLD = """
            with changes as (delete from work_change returning cell, n)
            insert into work_count (cell, n) select cell, sum(n) from changes group by cell having sum(n) <> 0 order by cell
            on conflict (cell) do update set n = work_count.n + excluded.n""";

    @Test
    void numbersAgreeWithTheTableAtEveryMomentOfAStorm() throws Exception {
        List<Long> staff = List.of(Staff.administrator().id(), Staff.administrator().id(), Staff.administrator().id());
        String word = Filed.newWord();
        List<Long> requests = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            requests.add(Filed.unassigned(word, i));
        }
        ExecutorService crowd = Executors.newFixedThreadPool(PEOPLE);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Random random = new Random(i);
            running.add(crowd.submit(() -> change(requests, staff, random)));
        }

        crowd.shutdown();

        List<String> differences = new ArrayList<>();
        int looks = 0;
        while (!crowd.isTerminated()) {
            differences.addAll(Rows.list(DIFFERENCES));
            looks++;
        }
        for (Future<?> one : running) {
            one.get();
        }

        assertThat(looks).isGreaterThan(3);
        assertThat(differences).isEmpty();
        assertThat(Rows.list(DIFFERENCES)).isEmpty();
        Rows.change(FOLD);
        assertThat(Rows.list(DIFFERENCES)).isEmpty();
    }

    /** Some of the transactions fail: what they did must not count either. */
    private static Void change(List<Long> requests, List<Long> staff, Random random) throws SQLException {
        try (Connection application = Surroundings.database().application()) {
            application.setAutoCommit(false);
            for (int i = 0; i < CHANGES; i++) {
                long request = requests.get(random.nextInt(requests.size()));
                long person = staff.get(random.nextInt(staff.size()));
                switch (random.nextInt(5)) {
                    case 0 -> step(application, request, "ASSIGNED", person, 24);
                    case 1 -> step(application, request, "RETURNED", null, null);
                    case 2 -> step(application, request, "AWAITING_PICKUP", null, -72);
                    case 3 -> run(application, FOLD);
                    default -> run(application, "update request set version = version + 1 where id = ?", request);
                }
                if (random.nextInt(6) == 0) {
                    application.rollback();
                } else {
                    application.commit();
                }
            }
        }
        return null;
    }

    private static void step(Connection connection, long request, String status, Long assignee, Integer due) throws SQLException {
        run(connection, Filed.STEP, request, status, assignee, due, due, due, "system");
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    @Test
    void pageAndCountersSayWhatTheTableHolds() {
        Staff ada = Staff.administrator();
        Filed.request(Filed.newWord(), "ASSIGNED", ada.id(), 5, -24 * 3);
        Filed.request(Filed.newWord(), "ASSIGNED", ada.id(), 5, -1);
        Filed.request(Filed.newWord(), "ASSIGNED", ada.id(), 5, 1);
        Filed.request(Filed.newWord(), "RETURNED", null, 5, null);

        Page numbers = ada.visitor().open("/admin/work-counts");

        assertThat(numbers.header("Content-Type").orElse("")).startsWith("application/json");
        assertThat(numbers.body()).contains("\"MINE\":\"3\"").contains("\"OVERDUE\":\"" + grouped("due_at < now()") + "\"")
                .contains("\"UNASSIGNED\":\"" + grouped("status = 'AWAITING_PICKUP'") + "\"").contains("\"WAITING\":\"" + grouped("status = 'RETURNED'") + "\"")
                .contains("\"ALL\":\"" + grouped("true") + "\"");
        assertThat(ada.visitor().open("/admin/requests?list=MINE").body()).contains("data-count=\"MINE\">3<");
    }

    @Test
    void aPageThatRenewsItselfKeepsNobodySignedIn() {
        Staff ada = Staff.administrator();
        Rows.change("update sign_in_session set last_seen_at = now() - interval '20 minutes' where account_id = ?", ada.id());
        String before = seen(ada);

        assertThat(ada.visitor().send(ada.visitor().request("/admin/work-counts").header("Enrol-Automatic", "true").GET()).status()).isEqualTo(200);
        assertThat(seen(ada)).isEqualTo(before);
        ada.visitor().open("/admin/requests");
        assertThat(seen(ada)).isNotEqualTo(before);
    }

    private static String grouped(String condition) {
        return String.format(java.util.Locale.ROOT, "%,d", Rows.count("select count(*) from request where " + condition));
    }

    private static String seen(Staff staff) {
        return Rows.one("select last_seen_at from sign_in_session where account_id = ?", staff.id());
    }
}
