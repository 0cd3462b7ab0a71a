package org.enrol.request.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import org.enrol.audit.model.Actor;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.request.model.Request;
import org.enrol.request.model.RequestEvent;
import org.enrol.request.model.RequestStatus;

/** Keeps what happened to a request: its history row and its audit record, in the transaction of the change, and the staff's clock. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class RequestRecords {

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    AuditTrail audit;
    @Inject
    ServiceClock clock;

    /**
     * The request's own row goes first: its version decides between two at once, before anything is written for the one who lost.
     *
     * @param by who did it
     * @throws EnrolException REQUEST_CHANGED_MEANWHILE if somebody was quicker; a refusal and not a server error
     */
    public void keep(Request request, RequestEvent event, Actor by) {
        if (request.status().ball() == RequestStatus.Ball.STAFF && request.dueAt().isEmpty()) {
            request.due(clock.due(event.at()));
        }
        flush();
        em.persist(event);
        audit.record(by, AuditAction.REQUEST_CHANGED, "request:" + request.id(), event.action());
    }

    private void flush() {
        try {
            em.flush();
        } catch (OptimisticLockException e) {
            throw new EnrolException(ErrorCode.REQUEST_CHANGED_MEANWHILE);
        }
    }
}
