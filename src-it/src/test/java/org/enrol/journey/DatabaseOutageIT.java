package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.enrol.surroundings.ClientTest;
import org.enrol.surroundings.Surroundings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The database dies under people's hands and comes back: what was acknowledged is there, and nobody restarts the server. */
class DatabaseOutageIT extends ClientTest {

    private static final int PEOPLE = 4;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Page> refused = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();

    /** The tests' database is allowed to forget the last moment before a crash; here it must not, as in production. */
    @BeforeAll
    static void rememberEveryCommit() throws SQLException {
        asSuperuser("alter role enrol set synchronous_commit = on");
        asSuperuser("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'enrol'");
    }

    @AfterAll
    static void forgetAgain() throws SQLException {
        asSuperuser("alter role enrol reset synchronous_commit");
    }

    @Test
    void nothingAcknowledgedIsLostWhenTheDatabaseCrashesUnderLoadAndEverythingWorksAgainAfterwards() throws Exception {
        Buyer before = Buyer.active();
        Awaitility.await("pool without the ended connections").atMost(LIMIT).until(before::isSignedIn);
        ExecutorService crowd = Executors.newFixedThreadPool(PEOPLE);
        try {
            List<Future<?>> people = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                people.add(crowd.submit(this::registerOnAndOn));
            }
            awaitAcknowledged(40);

            Surroundings.database().crash();
            Awaitility.await("answers without a database").atMost(LIMIT).until(() -> refused.size() >= 2 * PEOPLE);
            Page signedIn = before.visitor().open("/buyer");
            Surroundings.database().start();
            awaitAcknowledged(acknowledged.size() + 40);

            over.set(true);
            for (Future<?> person : people) {
                person.get();
            }
            assertThat(signedIn.status()).isEqualTo(503);
            assertThat(signedIn.hasLayout()).isTrue();
        } finally {
            over.set(true);
            crowd.shutdown();
        }
        assertThat(refused).allMatch(page -> page.status() == 503).allMatch(Page::hasLayout)
                .allMatch(page -> page.header("Retry-After").isPresent());
        for (String address : acknowledged) {
            assertThat(Rows.count("select count(*) from registration where canonical_email = ?", address)).as(address).isEqualTo(1);
        }
        assertThat(before.isSignedIn()).as("signed in before the crash").isTrue();
        // What the relay held at that moment is held until its lease of two minutes ends: as if it had ended.
        Rows.change("update outbox_message set next_attempt_at = now() where next_attempt_at is not null");
        Awaitility.await("mails of everybody").atMost(LIMIT).until(() -> acknowledged.stream().noneMatch(each -> Mails.to(each).isEmpty()));
        Buyer.active();
    }

    private void registerOnAndOn() {
        while (!over.get()) {
            Visitor visitor = Visitor.fromNewNetwork();
            String address = Buyer.newAddress();
            Page answer = visitor.submit(visitor.open("/buyer/create").form().with("email", address));
            if (answer.leadsTo().equals("/buyer/check-email")) {
                acknowledged.add(address);
            } else {
                refused.add(answer);
            }
        }
    }

    private void awaitAcknowledged(int expected) {
        Awaitility.await(expected + " acknowledged").atMost(LIMIT).until(() -> acknowledged.size() >= expected);
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (Connection connection = Surroundings.database().superuser(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
