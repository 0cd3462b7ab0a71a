package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.enrol.account.model.Role;
import org.enrol.journey.Permissions.Place;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every button of every guarded page, pressed by everybody who is not offered it: nothing happens, and no server error. */
class PageActionsIT extends ClientTest {

    /** What changes by itself, or by reading: trail, counters, sessions, links and what the relay does. */
    private static final Set<String> RESTLESS = Set.of("audit_entry", "audit_personal", "audit_seal", "audit_unsealed", "throttle", "sign_in_session",
            "known_network", "link", "outbox_message", "flyway_schema_history", "work_count", "work_change");

    private final Map<String, Visitor> people = new LinkedHashMap<>();
    private List<Place> guarded;

    @BeforeEach
    void everybodyIsThereAndThereIsSomethingToDo() {
        Stream.of(Role.values()).forEach(role -> people.put(role.name(), Staff.with(role.name()).visitor()));
        people.put(Permissions.ANYBODY, Visitor.fromNewNetwork());
        String domain = AccessRequestIT.newDomain();
        AccessRequestIT.asks("jo@" + domain);
        String id = "id=" + AccessRequestIT.request(domain);
        String proposal = "id=" + Domains.proposes(Staff.administrator(), Domains.unknown());
        Mails.awaitNothingOwed();
        Map<String, String> about = new TreeMap<>(Map.of("/admin/request", id, "/admin/request/record", id, "/admin/request/file", id,
                "/admin/request/attachment", "id=" + fileOf(AccessRequestIT.request(domain)),
                "/admin/staff-member", "id=" + Staff.with("SUPPORT").id(),
                "/admin/message", "id=" + Rows.one("select max(id) from ordered_mail"),
                "/admin/bulk-job", "id=" + aJob(Staff.administrator())));
        about.putAll(Map.of("/admin/domain", "name=gov.uk", "/admin/domain/remove", "name=gov.uk", "/admin/domain/proposal", proposal,
                "/admin/domain/choice", id));
        guarded = Permissions.pages(about).stream()
                .filter(place -> !place.roles().contains(Permissions.ANYBODY) && !place.page().contains(".")).toList();
    }

    private static long aJob(Staff by) {
        return Rows.count("""
                insert into bulk_job (action, comment, filter, status, four_eyes, total, ordered_by_kind, ordered_by, ordered_at, version)
                values ('CLOSE', 'Asked twice.', '', 'WAITING', true, 0, 'ACCOUNT', ?, now(), 0) returning id""", by.id());
    }

    private static long fileOf(long request) {
        long file = Rows.count("""
                insert into request_attachment (request_id, at, author, number, name, type, size, sha256, scan, form)
                values (?, now(), 'system', 1, 'a.txt', 'TEXT', 1, sha256('a'), 'CLEAN', 'a') returning id""", request);
        Rows.change("insert into request_attachment_content (attachment_id, content) values (?, 'a')", file);
        return file;
    }

    /** Or its buttons would be missing below. */
    @Test
    void everyGuardedPageShowsSomethingToSomebody() {
        assertThat(guarded).hasSizeGreaterThan(8).allSatisfy(place -> assertThat(place.roles()).as("roles that see %s", place)
                .anyMatch(role -> people.get(role).open(place.address()).status() == 200));
    }

    @Test
    void whoeverIsNotOfferedAButtonCannotPressIt() {
        SoftAssertions all = new SoftAssertions();
        int pressed = 0;
        for (Place place : guarded) {
            Map<String, Press> known = new TreeMap<>();
            place.roles().forEach(role -> offered(place, role).forEach(press -> known.putIfAbsent(press.name(), press)));
            for (String role : people.keySet()) {
                List<Press> own = offered(place, role);
                Set<String> names = own.stream().map(Press::name).collect(Collectors.toSet());
                for (Press press : known.values()) {
                    if (!names.contains(press.name())) {
                        pressed++;
                        forge(role, press, own.stream().map(Press::view).findFirst().orElse(press.view()), all);
                    }
                }
            }
        }
        all.assertAll();
        assertThat(pressed).isGreaterThan(20);
    }

    /** Reads all, changes nothing; their own account is their own. */
    @Test
    void whateverAnAuditorPressesNothingChanges() {
        SoftAssertions all = new SoftAssertions();
        guarded.stream().filter(place -> place.page().startsWith("/admin")).forEach(place -> offered(place, Role.AUDITOR.name()).forEach(press -> {
            List<String> before = state();
            Page answer = people.get(Role.AUDITOR.name()).submit(press.asItStands());
            all.assertThat(answer.status()).as("%s: %s", press, answer).isLessThan(500);
            all.assertThat(state()).as("after %s", press).isEqualTo(before);
        }));
        all.assertAll();
    }

    private void forge(String role, Press press, String view, SoftAssertions all) {
        Visitor person = people.get(role);
        List<String> before = state();
        String token = person.open(role.equals(Permissions.ANYBODY) ? "/sign-in" : "/sign-out").form().value("_csrf");
        Page answer = person.submit(press.by(token, view));
        all.assertThat(answer.status()).as("%s by %s: %s", press, role, answer).isLessThan(500);
        all.assertThat(state()).as("after %s by %s", press, role).isEqualTo(before);
    }

    private List<Press> offered(Place place, String role) {
        Page page = people.get(role).open(place.address());
        return page.status() == 200 ? Press.of(page) : List.of();
    }

    /** What each table holds, as one number, all in one statement: it is asked for at every button. */
    private static List<String> state() {
        return Rows.list(Rows.list("select tablename from pg_tables where schemaname = 'public' order by 1").stream().filter(table -> !RESTLESS.contains(table))
                .map(table -> "select '" + table + " ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from " + table + " t")
                .collect(Collectors.joining(" union all ")));
    }
}
