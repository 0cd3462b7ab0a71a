package org.enrol.request.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enrol.account.model.Role;
import org.enrol.audit.service.CurrentActor;
import org.enrol.account.service.Names;
import org.enrol.audit.model.Actor;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.request.model.Outcome;
import org.enrol.request.model.Party;
import org.enrol.request.model.Request;
import org.enrol.request.model.RequestAction;
import org.enrol.request.model.RequestEvent;
import org.enrol.request.model.RequestRole;

/** One request as staff read it. The lists of them are in {@link Work}. */
@Stateless
@RolesAllowed({"ADMINISTRATOR", "SUPPORT", "AUDITOR"})
public class RequestQueries {

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    CurrentActor actor;
    @Inject
    Names names;
    @Inject
    AuditTrail audit;

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
                request.isComplete() ? Outcome.COMPLETED : request.outcome(), request.assigneeId().map(called::get).orElse(""),
                request.isAssignedTo(party.actor().id()), request.createdAt(), request.dueAt().orElse(null), request.version(), possible, obstacles,
                request.canBeGivenBack(party), events.stream().map(event -> line(event, called)).toList());
    }

    /** The same, to be printed and kept: the trail says so. @throws EnrolException REQUEST_NOT_FOUND */
    public RequestView record(long id) {
        RequestView view = view(id);
        audit.record(actor.get(), AuditAction.PERSONAL_DATA_READ, "request:" + id, "record");
        return view;
    }

    private static Set<Long> people(Request request, List<RequestEvent> events) {
        return Stream.of(request.assigneeId().stream(), events.stream().flatMap(e -> e.assigneeAfter().stream()),
                        events.stream().map(e -> accountOf(e.actor())))
                .flatMap(ids -> ids).collect(Collectors.toSet());
    }

    private static RequestView.Line line(RequestEvent event, Map<Long, String> called) {
        return new RequestView.Line(event.number(), event.at(), Actor.Kind.of(event.actor()), called.getOrDefault(accountOf(event.actor()), ""), event.action(),
                event.from().orElse(null), event.to(), event.assigneeAfter().map(called::get).orElse(""), event.comment());
    }

    private static long accountOf(String actor) {
        return actor.startsWith("account:") ? Long.parseLong(actor.substring("account:".length())) : 0;
    }
}
