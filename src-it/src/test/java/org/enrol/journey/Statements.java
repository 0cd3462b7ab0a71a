package org.enrol.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.enrol.surroundings.Surroundings;

/**
 * What the application asks the database for while something is done, read from the database's own log. Only what is about requests and
 * people: timers ask for other things at any moment.
 */
final class Statements {

    private static final Path LOG = Path.of(System.getProperty("enrol.it.folder"), "db", "postgres.log");
    private static final Pattern STATEMENT = Pattern.compile("LOG:  (?:execute [^:]*|statement): ([^\\n]*(?:\\n\\t[^\\n]*)*)");
    private static final Pattern ABOUT_REQUESTS =
            Pattern.compile("\\b(request|request_event|request_message|domain_wait|account|account_role|saved_filter|work_count)\\b");
    private static final Pattern TIMERS = Pattern.compile("delete from work_c|insert into work_count|sign_in_session|audit_entry|skip locked");

    private Statements() {
    }

    /** @param deed done twice: once so that every connection of the pool writes its log, once to be looked at */
    static List<String> of(Runnable deed) {
        return of(deed, deed);
    }

    static List<String> of(Runnable rehearsal, Runnable deed) {
        log(true);
        try {
            Awaitility.await("the log of statements").atMost(Duration.ofSeconds(20)).until(() -> !after(size(), rehearsal).isEmpty());
            return after(size(), deed);
        } finally {
            log(false);
        }
    }

    private static List<String> after(long size, Runnable deed) {
        deed.run();
        try {
            byte[] all = Files.readAllBytes(LOG);
            String log = new String(all, (int) size, (int) (all.length - size), StandardCharsets.UTF_8);
            return STATEMENT.matcher(log).results().map(found -> found.group(1).replaceAll("\\s+", " ").strip())
                    .filter(sql -> ABOUT_REQUESTS.matcher(sql).find() && !TIMERS.matcher(sql).find()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size() {
        return LOG.toFile().length();
    }

    private static void log(boolean on) {
        try (Connection superuser = Surroundings.database().superuser(); Statement statement = superuser.createStatement()) {
            statement.execute("alter system set log_statement = '" + (on ? "all" : "none") + "'");
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
