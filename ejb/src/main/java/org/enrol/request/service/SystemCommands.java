package org.enrol.request.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.enrol.audit.service.AuditTrail;
import org.enrol.error.EnrolException;
import org.enrol.request.model.Request;
import org.enrol.request.model.SystemStep;

/** What the system does to requests by itself, because time has passed; one transaction each. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SystemCommands {

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    AuditTrail audit;
    @Inject
    RequestRecords records;

    /** Requests that stand where the step begins and have not been touched since, longest first. */
    public List<Long> waitingSince(SystemStep step, Instant limit, int most) {
        return em.createQuery("select r.id from Request r where r.status in :from and r.changedAt < :limit order by r.changedAt, r.id", Long.class)
                .setParameter("from", step.from()).setParameter("limit", limit).setMaxResults(most).getResultList();
    }

    /**
     * @return whether it was still so
     * @throws EnrolException REQUEST_CHANGED_MEANWHILE if somebody was quicker
     */
    public boolean expire(long id, SystemStep step, Instant limit) {
        Request request = em.find(Request.class, id);
        if (!step.fits(request) || !request.changedAt().isBefore(limit)) {
            return false;
        }
        records.keep(request, request.undergo(step, audit.system(), "", clock.instant()), audit.system());
        return true;
    }
}
