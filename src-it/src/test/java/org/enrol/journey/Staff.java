package org.enrol.journey;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.enrol.secret.SecretKeys;

/**
 * A member of staff who is signed in. Made in the tables: how staff are invited is another test's matter.
 *
 * @param id the account
 */
record Staff(Visitor visitor, long id, String name) {

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    static Staff administrator() {
        return with("ADMINISTRATOR");
    }

    static Staff with(String role) {
        String name = "Staff " + PEOPLE.incrementAndGet();
        String email = "staff" + PEOPLE.get() + "@enrol.example";
        long id = Rows.count("""
                insert into account (email, canonical_email, name, language, status, created_at) values (?, ?, ?, 'en', 'ACTIVE', now())
                returning id""", email, email, name);
        Rows.change("insert into account_role (account_id, role) values (?, ?)", id, role);
        String token = SecretKeys.random(32);
        Rows.change("""
                insert into sign_in_session (token_hash, account_id, started_at, last_seen_at, address, browser)
                values (?, ?, now(), now(), '127.0.0.1', 'tests')""", SecretKeys.digest(token), id);
        Visitor visitor = Visitor.fromNewNetwork();
        visitor.bring("enrol-session", token);
        return new Staff(visitor, id, name);
    }

    /** The form of a request's page that has this button, filled in and with it pressed. */
    static Form pressed(Page page, String button, String comment, long assignee) {
        Form form = page.formsTo("/admin/request").filter(candidate -> candidate.fields().containsValue(button)).findFirst()
                .orElseThrow(() -> new AssertionError("no button " + button + ": " + page));
        Map<String, String> fields = form.fields().entrySet().stream()
                .filter(field -> !isButton(field.getKey()) || field.getValue().equals(button))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Form pressed = new Form(form.id(), form.action(), fields);
        return form.id().equals("assign") ? pressed.with("note", comment).with("assignee", Long.toString(assignee))
                : pressed.with("comment", comment);
    }

    private static boolean isButton(String field) {
        return field.endsWith(":act") || field.equals("take") || field.equals("hand") || field.equals("preview");
    }

    /** Opens the request, presses the button, and returns the answer. */
    Page does(long request, String button, String comment, long assignee) {
        return visitor.submit(pressed(visitor.open("/admin/request?id=" + request), button, comment, assignee));
    }
}
