package org.enrol.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.enrol.load.Browser.Answer;
import org.enrol.secret.SecretKeys;

/**
 * An administrator who is signed in.
 *
 * @param id the account
 */
record Officer(Browser browser, long id) {

    private static final int FIRST_PERSON = 100_000;

    /** The officers that the generator made, signed in by a row: what is measured is not signing in. */
    static List<Officer> all(MeasuredServer server, int most) throws SQLException {
        try (Connection owner = server.database().database().owner();
                PreparedStatement find = owner.prepareStatement("select id from account where email like 'officer%@generated.example' order by id limit ?")) {
            find.setInt(1, most);
            List<Officer> officers = new ArrayList<>();
            try (ResultSet rows = find.executeQuery()) {
                while (rows.next()) {
                    officers.add(signIn(server, owner, rows.getLong(1)));
                }
            }
            return officers;
        }
    }

    private static Officer signIn(MeasuredServer server, Connection owner, long id) throws SQLException {
        String token = SecretKeys.random(32);
        try (PreparedStatement insert = owner.prepareStatement("""
                insert into sign_in_session (token_hash, account_id, started_at, last_seen_at, address, browser)
                values (?, ?, now(), now(), '127.0.0.1', 'measurement')""")) {
            insert.setBytes(1, SecretKeys.digest(token));
            insert.setLong(2, id);
            insert.executeUpdate();
        }
        Browser browser = server.place().browser(FIRST_PERSON + id);
        browser.bring("enrol-session", token);
        return new Officer(browser, id);
    }

    /** @return nanoseconds until the page was there */
    long reads(String path) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Answer answer = browser.get(path);
        if (answer.status() != 200) {
            throw new IllegalStateException(path + ": " + answer.status() + " " + PageForm.heading(answer.html()));
        }
        return System.nanoTime() - begin;
    }

    /**
     * Opens a request, does one thing, and waits for the answer.
     *
     * @param form   of the page
     * @param button its name or the end of it, and its words
     * @return nanoseconds from pressing the button to the answer
     */
    long decides(long request, String form, Map.Entry<String, String> button, Map<String, String> said) throws IOException, InterruptedException {
        Map<String, String> fields = PageForm.of(browser.get("/admin/request?id=" + request).html(), form);
        fields.entrySet().removeIf(field -> isButton(field.getKey()) && !(field.getKey().endsWith(button.getKey()) && field.getValue().equals(button.getValue())));
        fields.putAll(said);
        long begin = System.nanoTime();
        Answer answer = browser.post("/admin/request", fields);
        if (answer.status() != 302) {
            throw new IllegalStateException("request " + request + " " + button + ": " + answer.status() + " " + PageForm.heading(answer.html()));
        }
        return System.nanoTime() - begin;
    }

    private static boolean isButton(String name) {
        return name.endsWith(":act") || name.equals("take") || name.equals("hand");
    }
}
