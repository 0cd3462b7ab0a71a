package org.enrol.request.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.enrol.audit.model.Actor;
import org.enrol.audit.service.AuditTrail;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.request.model.Act;
import org.enrol.request.model.NewRequest;
import org.enrol.request.model.Party;
import org.enrol.request.model.Request;
import org.enrol.request.model.RequestAction;
import org.enrol.request.model.RequestEvent;
import org.enrol.request.model.RequestRole;
import org.enrol.request.model.RequestStatus;
import org.enrol.request.model.RequestType;
import org.enrol.request.model.SystemStep;

/** Requests as the journeys begin and find them. What staff do with them is in {@link RequestCommands}. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Requests {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String INSERT = """
            insert into request (reference, type, status, target, title, owner_id, open_key, previous_request_id, created_at, changed_at, events, version)
            values (:reference, :type, 'DRAFT', :target, :title, :owner, :key, :former, :now, :now, 0, 0)
            on conflict on constraint request_open_once do nothing returning id""";

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    AuditTrail audit;
    @Inject
    RequestRecords records;

    /**
     * Asks for something and hands it to the staff, unless it is being asked already: the unique index decides between two at once.
     *
     * @param owner the account that asks; 0 where the type has applicants without account
     * @return the open request, new or not
     */
    public long ask(RequestType type, String target, String title, long owner, Actor by) {
        NewRequest asked = new NewRequest(reference(), type, target, title, owner, 0);
        Optional<Request> begun = begin(asked, by);
        if (begun.isEmpty() && acknowledge(openOne(asked))) {
            begun = begin(asked, by);
        }
        begun.ifPresent(request -> submit(request, by));
        return begun.map(Request::id).orElseGet(() -> openOne(asked));
    }

    /**
     * Asks for something that can only be decided when another request is complete: a draft until then. Asking for it twice is one request.
     *
     * @param former the open request before it; locked, so that it cannot be completed unseen
     * @throws EnrolException REQUEST_ACTION_NOT_NOW if the former is decided or another request follows it; REQUEST_ASKED_AGAIN if the same is
     *                        being asked without it
     */
    public long askAfter(long former, RequestType type, String target, String title, long owner, Actor by) {
        Request first = em.find(Request.class, former, LockModeType.PESSIMISTIC_WRITE);
        if (first == null || first.isComplete() || !first.status().isOpen()) {
            throw new EnrolException(ErrorCode.REQUEST_ACTION_NOT_NOW);
        }
        NewRequest asked = new NewRequest(reference(), type, target, title, owner, former);
        Optional<Request> successor = em.createQuery("select r from Request r where r.previousRequestId = :former", Request.class)
                .setParameter("former", former).getResultStream().findFirst();
        if (successor.isPresent()) {
            return successor.filter(request -> request.asks(type, target)).map(Request::id)
                    .orElseThrow(() -> new EnrolException(ErrorCode.REQUEST_ACTION_NOT_NOW));
        }
        return begin(asked, by).map(Request::id).orElseThrow(() -> new EnrolException(ErrorCode.REQUEST_ASKED_AGAIN));
    }

    /** Asking again means that a complete request was seen: nobody must wait for what is decided already. @return whether it was complete */
    private boolean acknowledge(long id) {
        RequestStatus status = em.createQuery("select r.status from Request r where r.id = :id", RequestStatus.class).setParameter("id", id).getSingleResult();
        if (status != RequestStatus.COMPLETE_AWAITING_ACKNOWLEDGEMENT) {
            return false;
        }
        Request complete = em.find(Request.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (SystemStep.TAKE_AS_ACKNOWLEDGED.fits(complete)) {
            records.keep(complete, complete.undergo(SystemStep.TAKE_AS_ACKNOWLEDGED, audit.system(), "", clock.instant()), audit.system());
        }
        return true;
    }

    private Optional<Request> begin(NewRequest asked, Actor by) {
        Optional<Request> begun = insert(asked).map(id -> em.find(Request.class, id));
        begun.ifPresent(request -> records.keep(request, RequestEvent.created(request, by), by));
        return begun;
    }

    private void submit(Request request, Actor by) {
        Party owning = new Party(by, Set.of(RequestRole.OWNER));
        records.keep(request, request.perform(new Act(RequestAction.REQUEST_SUBMISSION_APPROVAL, owning, "", 0, clock.instant())), by);
    }

    private long openOne(NewRequest asked) {
        return em.createQuery("select r.id from Request r where r.openKey = :key", Long.class).setParameter("key", asked.openKey()).getSingleResult();
    }

    private Optional<Long> insert(NewRequest asked) {
        return em.createNativeQuery(INSERT, Long.class)
                .setParameter("reference", asked.reference())
                .setParameter("type", asked.type().name())
                .setParameter("target", asked.target())
                .setParameter("title", asked.title())
                .setParameter("owner", orNull(asked.owner()))
                .setParameter("former", orNull(asked.former()))
                .setParameter("key", asked.openKey())
                .setParameter("now", clock.instant())
                .getResultStream().map(Long.class::cast).findFirst();
    }

    private static Long orNull(long id) {
        return id == 0 ? null : id;
    }

    /** Ends an open request because something else has answered it. @param because what did, for the history; whoever is deciding it just now comes too late */
    public void endWithAnother(long id, String because) {
        Request request = em.find(Request.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (SystemStep.END_WITH_ANOTHER.fits(request)) {
            records.keep(request, request.undergo(SystemStep.END_WITH_ANOTHER, audit.system(), because, clock.instant()), audit.system());
        }
    }

    public Optional<Request> find(long id) {
        return Optional.ofNullable(em.find(Request.class, id));
    }

    /** Holds a request until the transaction ends, so that what its applicants do comes one after the other. @throws EnrolException REQUEST_NOT_FOUND */
    public Request hold(long id) {
        Request request = em.find(Request.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (request == null) {
            throw new EnrolException(ErrorCode.REQUEST_NOT_FOUND);
        }
        return request;
    }

    /** What the applicants' side does. @param request held */
    public void byApplicant(Request request, RequestAction action, Actor by) {
        records.keep(request, request.perform(new Act(action, new Party(by, Set.of(RequestRole.OWNER)), "", 0, clock.instant())), by);
    }

    /** Whether the applicants' side may do this now. */
    public boolean mayApplicant(Request request, RequestAction action, Actor by) {
        return request.possible(new Party(by, Set.of(RequestRole.OWNER))).contains(action);
    }

    /** What applicants may know of its history, oldest first: no names, and reasons only where they were given to them. */
    public List<Told> told(long requestId, Instant since) {
        return em.createQuery("select e from RequestEvent e where e.request.id = :request and e.at >= :since and e.action in :told order by e.number",
                        RequestEvent.class)
                .setParameter("request", requestId).setParameter("since", since).setParameter("told", Told.ACTIONS).getResultStream()
                .map(Told::of).toList();
    }

    /** Easily read out over the telephone; unique by the index, with 30 to the 8th possibilities. */
    private static String reference() {
        String letters = RANDOM.ints(8, 0, ALPHABET.length()).mapToObj(i -> ALPHABET.substring(i, i + 1)).collect(Collectors.joining());
        return letters.substring(0, 4) + "-" + letters.substring(4);
    }
}
