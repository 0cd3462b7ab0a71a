package org.enrol.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fills a database that Enrol has set up with requests of five years, their history, and the people who wait: for demonstrations and
 * measurements. Works beside a running server and on what is there already; bypasses no constraint and no trigger, and checks its work.
 */
public final class RequestGenerator {

    /** Requests in one transaction: few enough to see that it goes on. */
    private static final long BATCH = 20_000;
    private static final int OFFICERS = 24;
    private static final String STAFF = """
            with made as (
              insert into account (email, canonical_email, name, language, status, created_at)
              select 'officer' || n || '@generated.example', 'officer' || n || '@generated.example',
                (array['Amina', 'Bryn', 'Clara', 'Dafydd', 'Esra', 'Farid'])[n %% 6 + 1] || ' ' || (array['Lloyd', 'Okafor', 'Marsh', 'Haddad'])[n / 6 + 1],
                'en', 'ACTIVE', now() - interval '6 years' from generate_series(0, %d) n on conflict do nothing returning id)
            insert into account_role (account_id, role) select id, 'ADMINISTRATOR' from made""".formatted(OFFICERS - 1);
    private static final String FOLD = """
            with changes as (delete from work_change returning cell, n)
            insert into work_count (cell, n) select cell, sum(n) from changes group by cell having sum(n) <> 0 order by cell
            on conflict (cell) do update set n = work_count.n + excluded.n""";
    /** What has to hold, and the statement that finds where it does not. */
    private static final Map<String, String> CHECKS = Map.of(
            "a list's number differs from the table", """
                    select coalesce(kept.cell, real.cell) || ': ' || coalesce(kept.n, 0) || ' instead of ' || coalesce(real.n, 0) from (
                      select cell, sum(n) as n from (select cell, n from work_count union all select cell, n from work_change) rows group by cell) kept
                    full join (select c.cell, count(*) as n from request r
                      cross join lateral work_cells(r.status, r.assignee_id, r.due_at) as c (cell) group by c.cell) real on real.cell = kept.cell
                    where coalesce(kept.n, 0) <> coalesce(real.n, 0)""",
            "a request's history does not end where the request stands", """
                    select 'request ' || r.id from request r left join request_event e on e.request_id = r.id and e.number = r.events
                    where r.events > 0 and (e.to_status is distinct from r.status or e.assignee_after is distinct from r.assignee_id)""",
            "a history has a gap", """
                    select 'request ' || request_id from request_event group by request_id having max(number) <> count(*)""",
            "a step does not begin where the one before ended", """
                    select 'event ' || id from (select id, from_status, lag(to_status) over (partition by request_id order by number) as before
                      from request_event) steps where from_status is distinct from before""",
            "a request does not change when its last step was", """
                    select 'request ' || r.id from request r join request_event e on e.request_id = r.id and e.number = r.events
                    where r.changed_at <> e.at or r.created_at > r.changed_at or r.changed_at > now()""");

    private final Connection owner;
    private final PrintStream out;

    /** @param owner a connection of the role that owns the schema; left with auto-commit on */
    public RequestGenerator(Connection owner, PrintStream out) {
        this.owner = owner;
        this.out = out;
    }

    /**
     * Adds so many requests, a batch in a transaction each: what was added stays, whatever happens later.
     *
     * @throws SQLException if the database refuses something
     * @throws IllegalStateException naming what is wrong, if a check of the result fails
     */
    public void add(long count) throws SQLException {
        String batch = script();
        run(STAFF);
        long first = number("select coalesce(max(id), 0) from request") + 1;
        long begin = System.nanoTime();
        for (long done = 0; done < count;) {
            long size = Math.min(BATCH, count - done);
            owner.setAutoCommit(false);
            run("select set_config('enrol.first', '" + (first + done) + "', true), set_config('enrol.last', '" + (first + done + size - 1) + "', true)");
            run(batch);
            owner.commit();
            owner.setAutoCommit(true);
            done += size;
            progress(done, count, (System.nanoTime() - begin) / 1e9);
        }
        tidy();
        check();
    }

    private void progress(long done, long count, double seconds) {
        out.printf("%,d of %,d requests after %.0f s, about %.0f s left%n", done, count, seconds, seconds / done * (count - done));
    }

    /** As the database would do by itself in the minutes to come. */
    private void tidy() throws SQLException {
        out.println("Counting and analysing...");
        run(FOLD);
        run("vacuum (analyze) request, request_event, domain_wait, work_count, work_change");
    }

    private void check() throws SQLException {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> check : CHECKS.entrySet()) {
            try (Statement statement = owner.createStatement(); ResultSet found = statement.executeQuery(check.getValue() + " limit 3")) {
                while (found.next()) {
                    wrong.add(check.getKey() + ": " + found.getString(1));
                }
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(String.join("\n", wrong));
        }
        out.printf("%,d requests in all; every check holds%n", number("select count(*) from request"));
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = owner.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String script() {
        try (InputStream file = RequestGenerator.class.getResourceAsStream("requests.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
