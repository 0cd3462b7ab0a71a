package org.enrol.request.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.enrol.audit.model.Actor;
import org.enrol.calendar.model.WorkingTime;

/** Two requests of which the second waits for the first, with the people around them; it keeps them as the service does, without a database. */
final class Chain {

    static final Duration ALLOWED = Duration.ofDays(2);
    static final WorkingTime CALENDAR = new WorkingTime(ZoneId.of("Europe/London"), Set.of());
    static final long OWNER = 1;
    private static final Actor SYSTEM = new Actor(Actor.Kind.SYSTEM, 0);
    private static final List<Party> PEOPLE = List.of(
            new Party(new Actor(Actor.Kind.ACCOUNT, OWNER), Set.of(RequestRole.OWNER)),
            new Party(new Actor(Actor.Kind.ACCOUNT, 2), Set.of(RequestRole.APPROVER)),
            new Party(new Actor(Actor.Kind.ACCOUNT, OWNER), Set.of(RequestRole.OWNER, RequestRole.APPROVER, RequestRole.ADMINISTRATOR)),
            new Party(new Actor(Actor.Kind.ACCOUNT, 4), Set.of(RequestRole.ADMINISTRATOR)),
            new Party(new Actor(Actor.Kind.ACCOUNT, 5), Set.of(RequestRole.ADMINISTRATOR)),
            new Party(new Actor(Actor.Kind.ACCOUNT, 6), Set.of(RequestRole.ADMINISTRATOR)));

    private final Request first;
    private final Request second;
    private final List<RequestEvent> history = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-20T15:00:00Z");

    Chain(RequestType type, RequestType next) {
        first = new Request(new NewRequest("R-1", type, "library.example", "Library", OWNER, 0), now);
        second = new Request(new NewRequest("R-2", next, "archive.example", "Archive", OWNER, 1), now);
        keep(RequestEvent.created(first, SYSTEM));
        keep(RequestEvent.created(second, SYSTEM));
    }

    Request first() {
        return first;
    }

    Request second() {
        return second;
    }

    Instant now() {
        return now;
    }

    List<RequestEvent> history(Request request) {
        return history.stream().filter(event -> event.request() == request).toList();
    }

    static Party person(int number) {
        return PEOPLE.get(number % PEOPLE.size());
    }

    void timePasses(Duration time) {
        now = now.plus(time);
    }

    void perform(Request request, RequestAction action, Party party, String comment, long assignee) {
        keep(request.perform(new Act(action, party, comment, assignee, now)));
    }

    void undergo(Request request, SystemStep step) {
        keep(request.undergo(step, SYSTEM, "", now));
    }

    private void keep(RequestEvent event) {
        event.request().keepTime(CALENDAR, ALLOWED, event.at());
        history.add(event);
        if (event.request() == first) {
            SystemStep.following(event).filter(step -> step.fits(second)).ifPresent(step -> keep(second.undergo(step, SYSTEM, "R-1", event.at())));
        }
    }
}
