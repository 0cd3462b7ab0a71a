package org.enrol.request.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enrol.account.model.Role;
import org.enrol.audit.service.CurrentActor;
import org.enrol.account.service.Names;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.request.model.Party;
import org.enrol.request.model.Request;
import org.enrol.request.model.RequestAction;
import org.enrol.request.model.RequestEvent;
import org.enrol.request.model.RequestRole;

/** Requests as staff read them: pages go on from a key, nothing is counted, nothing is skipped. */
@Stateless
@RolesAllowed({"ADMINISTRATOR", "SUPPORT", "AUDITOR"})
public class RequestQueries {

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    CurrentActor actor;
    @Inject
    Names names;
    @Inject
    AuditTrail audit;

    /**
     * One page of a list.
     *
     * @param part  of title or reference, in any case; empty for all
     * @param after the key of the last row of the page before; empty for the first page
     */
    public List<WorkRow> list(WorkList list, String part, String after, int most) {
        Instant now = clock.instant();
        String text = "select r from Request r where " + list.condition()
                + (part.isEmpty() ? "" : " and lower(r.title || ' ' || r.reference) like :part escape '\\'")
                + (after.isEmpty() ? "" : " and (r." + list.order() + ", r.id) " + (list.isAscending() ? ">" : "<") + " (:at, :id)")
                + " order by r." + list.order() + direction(list) + ", r.id" + direction(list);
        TypedQuery<Request> query = em.createQuery(text, Request.class).setMaxResults(most);
        switch (list) {
            case MINE -> query.setParameter("me", actor.accountId());
            case OVERDUE -> query.setParameter("now", now);
            default -> { }
        }
        if (!part.isEmpty()) {
            query.setParameter("part", "%" + part.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (!after.isEmpty()) {
            String[] key = after.split("_", 2);
            query.setParameter("at", Instant.parse(key[0])).setParameter("id", Long.parseLong(key[1]));
        }
        List<Request> found = query.getResultList();
        Map<Long, String> called = names.of(found.stream().flatMap(r -> r.assigneeId().stream()).collect(Collectors.toSet()));
        return found.stream().map(request -> row(request, list, called, now)).toList();
    }

    private static String direction(WorkList list) {
        return list.isAscending() ? " asc" : " desc";
    }

    private static WorkRow row(Request request, WorkList list, Map<Long, String> called, Instant now) {
        Instant key = switch (list.order()) {
            case "createdAt" -> request.createdAt();
            case "dueAt" -> request.dueAt().orElseThrow();
            default -> request.changedAt();
        };
        return new WorkRow(request.id(), request.reference(), request.type(), request.title(), request.status(),
                request.assigneeId().map(called::get).orElse(""), request.createdAt(), request.changedAt(), request.dueAt().orElse(null),
                request.dueAt().filter(now::isAfter).isPresent(), key + "_" + request.id());
    }

    /** One request, with what this person may do; reading it is audited. @throws EnrolException REQUEST_NOT_FOUND */
    public RequestView view(long id) {
        Request request = em.find(Request.class, id);
        if (request == null) {
            throw new EnrolException(ErrorCode.REQUEST_NOT_FOUND);
        }
        audit.record(actor.get(), AuditAction.PERSONAL_DATA_READ, "request:" + id);
        Party party = new Party(actor.get(), actor.is(Role.ADMINISTRATOR.name()) ? Set.of(RequestRole.ADMINISTRATOR) : Set.of());
        Set<RequestAction> possible = request.possible(party);
        Map<RequestAction, ErrorCode> obstacles = new EnumMap<>(RequestAction.class);
        possible.forEach(action -> request.obstacle(action, party).ifPresent(code -> obstacles.put(action, code)));
        List<RequestEvent> events = em.createQuery("select e from RequestEvent e where e.request = :request order by e.number", RequestEvent.class)
                .setParameter("request", request).getResultList();
        Map<Long, String> called = names.of(people(request, events));
        return new RequestView(request.id(), request.reference(), request.type(), request.title(), request.target(), request.status(),
                request.outcome(), request.assigneeId().map(called::get).orElse(""), request.createdAt(), request.dueAt().orElse(null),
                request.version(), possible, obstacles, events.stream().map(event -> line(event, called)).toList());
    }

    private static Set<Long> people(Request request, List<RequestEvent> events) {
        return Stream.of(request.assigneeId().stream(), events.stream().flatMap(e -> e.assigneeAfter().stream()),
                        events.stream().map(e -> accountOf(e.actor())))
                .flatMap(ids -> ids).collect(Collectors.toSet());
    }

    private static RequestView.Line line(RequestEvent event, Map<Long, String> called) {
        return new RequestView.Line(event.number(), event.at(), called.getOrDefault(accountOf(event.actor()), ""), event.action(),
                event.from().orElse(null), event.to(), event.assigneeAfter().map(called::get).orElse(""), event.comment());
    }

    private static long accountOf(String actor) {
        return actor.startsWith("account:") ? Long.parseLong(actor.substring("account:".length())) : 0;
    }
}
