package org.enrol.request.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.enrol.audit.model.Actor;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.request.model.Request;
import org.enrol.request.model.RequestEvent;
import org.enrol.request.model.SystemStep;

/**
 * Keeps what happened to a request, whoever did it: its history row, its audit record, the staff's clock, its effect, and what it means for the
 * request that waits for it; all in the transaction of the change.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class RequestRecords {

    /** The unique index by which a thing is asked once at a time. */
    private static final String OPEN_ONCE = "request_open_once";

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    AuditTrail audit;
    @Inject
    ServiceClock clock;
    @Inject
    DecisionEffects effects;

    /**
     * The request's own row goes first: its version decides between two at once, before anything is written for the one who lost.
     *
     * @param by who did it
     * @throws EnrolException REQUEST_CHANGED_MEANWHILE if somebody was quicker, REQUEST_ASKED_AGAIN if the same is being asked by another request;
     *                        refusals and not server errors
     */
    public void keep(Request request, RequestEvent event, Actor by) {
        clock.follow(request, event.at());
        flush();
        em.persist(event);
        audit.record(by, AuditAction.REQUEST_CHANGED, "request:" + request.id(), event.action());
        effects.have(event, by);
        SystemStep.following(event).ifPresent(step -> goOn(request, step, event));
    }

    private void flush() {
        try {
            em.flush();
        } catch (OptimisticLockException e) {
            throw new EnrolException(ErrorCode.REQUEST_CHANGED_MEANWHILE);
        } catch (PersistenceException e) {
            throw isAskedAgain(e) ? new EnrolException(ErrorCode.REQUEST_ASKED_AGAIN) : e;
        }
    }

    private static boolean isAskedAgain(PersistenceException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException broken && broken.getMessage().contains(OPEN_ONCE));
    }

    /** What became of a request is told to the one that waits for it, and so on along the chain. */
    private void goOn(Request former, SystemStep step, RequestEvent cause) {
        em.createQuery("select r from Request r where r.previousRequestId = :former", Request.class).setParameter("former", former.id())
                .getResultStream().filter(step::fits).findFirst()
                .ifPresent(successor -> undergo(successor, step, former.reference(), cause));
    }

    private void undergo(Request successor, SystemStep step, String because, RequestEvent cause) {
        keep(successor, successor.undergo(step, audit.system(), because, cause.at()), audit.system());
    }
}
