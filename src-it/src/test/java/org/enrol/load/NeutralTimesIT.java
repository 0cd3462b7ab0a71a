package org.enrol.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whether the time of an answer tells if an address has an account: addresses with and without, in turns, one after the other.
 * Reports medians, their difference and the Mann-Whitney test, and fails on none of them. {@code enrol.load.samples}: how many of each.
 */
@Tag("load")
class NeutralTimesIT {

    private static final int SAMPLES = Integer.getInteger("enrol.load.samples", 1_000);
    /** So that the compilers are done with these pages. */
    private static final int WARM_UP = SAMPLES / 2;
    /** Of an unknown password, at the costs of a new installation. */
    private static final String HASH = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String PASSWORD = "not the password of anybody";

    private static Path folder;
    private static Report report;
    private final Random order = new Random(7);
    private long visitors;

    @BeforeAll
    static void begin() throws IOException {
        Path target = Path.of(System.getProperty("enrol.it.folder")).getParent();
        folder = target.resolve("load");
        report = new Report(target.resolve("benchmark/neutral"));
    }

    @AfterAll
    static void end() {
        report.say("\nThe probability is that of a difference at least as large where there is none; below 0.01 the times tell something.");
    }

    @Test
    void timesOfAddressesWithAndWithoutAnAccount() throws IOException, SQLException, InterruptedException {
        try (MeasuredServer server = MeasuredServer.start(folder, Hashing.CONFIGURED)) {
            makeAccounts(server);
            Place place = server.place();
            compare(place, "/buyer/create", Map.of(), 302);
            compare(place, "/forgotten-password", Map.of(), 302);
            compare(place, "/sign-in", Map.of("password", PASSWORD), 403);
        }
    }

    /** Each address is used once on each page. */
    private static void makeAccounts(MeasuredServer server) throws SQLException {
        try (Connection owner = server.database().database().owner(); Statement statement = owner.createStatement()) {
            statement.execute("""
                    insert into account (email, canonical_email, name, language, status, created_at)
                    select 'known' || n || '@dept.gov.uk', 'known' || n || '@dept.gov.uk', 'Known', 'en', 'ACTIVE', now()
                    from generate_series(0, %d) n""".formatted(WARM_UP + SAMPLES));
            statement.execute("insert into account_role select id, 'BUYER' from account");
            statement.execute("insert into password_identity select id, '" + HASH + "', now() from account");
        }
    }

    private void compare(Place place, String page, Map<String, String> fields, int status) throws IOException, InterruptedException {
        Sample known = new Sample();
        Sample unknown = new Sample();
        for (int i = 0; i < WARM_UP + SAMPLES; i++) {
            boolean knownFirst = order.nextBoolean();
            for (boolean isKnown : new boolean[] {knownFirst, !knownFirst}) {
                String address = (isKnown ? "known" : "nobody") + i + "@dept.gov.uk";
                long nanos = time(place, page, fields, address, status);
                if (i >= WARM_UP) {
                    (isKnown ? known : unknown).add(nanos / 1e6);
                }
            }
        }
        report.line("neutral-times", "page,samples,known_p50_ms,unknown_p50_ms,known_p95_ms,unknown_p95_ms,probability", page, SAMPLES,
                known.percentile(0.5), unknown.percentile(0.5), known.percentile(0.95), unknown.percentile(0.95), known.probability(unknown));
        report.say("%s, %d with and %d without an account: median %.2f and %.2f ms (difference %.2f), p95 %.2f and %.2f ms, probability %.3f",
                page, SAMPLES, SAMPLES, known.percentile(0.5), unknown.percentile(0.5), known.percentile(0.5) - unknown.percentile(0.5),
                known.percentile(0.95), unknown.percentile(0.95), known.probability(unknown));
    }

    /** The post alone; every visitor comes from a network of their own. */
    private long time(Place place, String page, Map<String, String> fields, String address, int status)
            throws IOException, InterruptedException {
        visitors++;
        Browser browser = place.browser(visitors);
        Map<String, String> form = PageForm.of(browser.get(page).html());
        form.putAll(fields);
        form.put("email", address);
        long begin = System.nanoTime();
        Browser.Answer answer = browser.post(page, form);
        long nanos = System.nanoTime() - begin;
        assertThat(answer.status()).isEqualTo(status);
        return nanos;
    }
}
