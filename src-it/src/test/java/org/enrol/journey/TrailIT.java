package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;

/** What a journey leaves behind: an entry for every deed, and nowhere anything that opens a door. */
class TrailIT extends ClientTest {

    private static final String WRONG = "nobody uses this 19 phrase";

    @Test
    void everyDeedIsWrittenDownWithWhoWhenAndWhereFrom() {
        Buyer buyer = wholeLife();
        long account = buyer.accountId();
        long registration = Rows.count("select id from registration where account_id = ?", account);

        assertThat(deeds("registration:" + registration)).containsExactly("REGISTRATION_SUBMITTED visitor", "REGISTRATION_ACTIVATED link:"
                + Rows.one("select id from link where address = ? and purpose = 'ACTIVATION'", buyer.email()));
        assertThat(deeds("account:" + account)).containsExactly("PROFILE_CHANGED account:" + account, "SIGNED_OUT account:" + account,
                "SIGN_IN_FAILED visitor", "PASSWORD_RESET link:" + Rows.one("select id from link where address = ? and purpose = 'RESET'",
                        buyer.email()), "SIGNED_IN account:" + account, "PASSWORD_CHANGED account:" + account, "SESSIONS_ENDED account:" + account);
        assertThat(Rows.list("""
                select p.address from audit_entry e join audit_personal p on p.entry_id = e.id
                where e.subject in (?, ?) group by 1""", "registration:" + registration, "account:" + account))
                .contains(buyer.visitor().address()).allMatch(address -> address.startsWith("10."));
        assertThat(Rows.list("select request from audit_entry where subject = ?", "account:" + account))
                .allMatch(request -> request.matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}"));
    }

    @Test
    void neitherDatabaseNorLogHoldsAnythingThatOpensADoor() throws IOException {
        Buyer buyer = wholeLife();
        List<String> keys = new ArrayList<>(List.of(Buyer.PASSWORD, buyer.password(), WRONG, buyer.session(),
                buyer.visitor().cookie("enrol").orElseThrow(), buyer.visitor().open("/account/details").form().value("_csrf")));
        Mails.to(buyer.email()).stream().filter(mail -> mail.text().contains("?token="))
                .forEach(mail -> keys.add(Mails.link(mail).replaceAll(".*=", "")));
        assertThat(keys).hasSize(8).allMatch(key -> key.length() >= 15);

        String database = dump();
        String log = log();

        for (String key : keys) {
            assertThat(database.contains(key)).as("%s in the database", key).isFalse();
            assertThat(database.contains(HexFormat.of().formatHex(key.getBytes()))).as("%s in hexadecimal", key).isFalse();
            assertThat(log.contains(key)).as("%s in the log", key).isFalse();
        }
        for (String token : keys.subList(6, 8)) {
            String secretPart = HexFormat.of().formatHex(Base64.getUrlDecoder().decode(token)).substring(16);
            assertThat(database.contains(secretPart)).as("bytes of %s", token).isFalse();
        }
        assertThat(database).contains(buyer.email());
        assertThat(log).doesNotContain(buyer.email()).doesNotContain(buyer.visitor().address()).doesNotContain("Robin Heron");
    }

    /** A buyer who does everything once. */
    private static Buyer wholeLife() {
        Buyer buyer = Buyer.active();
        Visitor visitor = buyer.visitor();
        visitor.submit(visitor.open("/account/details").form().with("name", "Robin Heron-Smith"));
        visitor.submit(visitor.open("/sign-out").form());
        buyer.signsIn(visitor, WRONG);
        Buyer renewed = GuessingIT.reset(buyer);
        assertThat(renewed.signsIn(renewed.visitor(), renewed.password()).leadsTo()).isEqualTo("/home");
        Buyer changed = new Buyer(renewed.visitor(), buyer.email(), "third lantern 49 in the fog");
        changed.visitor().submit(changed.visitor().open("/account/password").form().with("current", renewed.password())
                .with("password", changed.password()));
        long account = changed.accountId();
        Rows.change("""
                insert into sign_in_session select sha256('another'), account_id, started_at, last_seen_at, address, browser
                from sign_in_session where account_id = ?""", account);
        changed.visitor().submit(changed.visitor().open("/account/browsers").form());
        Rows.letCountersAge(Duration.ofSeconds(31));
        Mails.awaitNothingOwed();
        return changed;
    }

    private static List<String> deeds(String subject) {
        return Rows.list("select action || ' ' || actor from audit_entry where subject = ? order by id", subject);
    }

    /** Every row of every table as text; binary columns are in hexadecimal. */
    private static String dump() {
        StringBuilder dump = new StringBuilder();
        for (String table : Rows.list("select tablename from pg_tables where schemaname = 'public'")) {
            Rows.list("select row_to_json(t)::text from " + table + " t").forEach(row -> dump.append(row).append('\n'));
        }
        return dump.toString();
    }

    private static String log() throws IOException {
        return Files.readString(Path.of(System.getProperty("enrol.it.folder"), "server/log/server.log"));
    }
}
