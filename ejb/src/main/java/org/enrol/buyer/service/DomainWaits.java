package org.enrol.buyer.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.enrol.audit.service.StaffReads;
import org.enrol.buyer.model.DomainWait;

/** Who waits for a domain, as staff see it. */
@Stateless
@RolesAllowed({"ADMINISTRATOR", "SUPPORT", "AUDITOR"})
public class DomainWaits {

    /** One person and what they claim. */
    public record Claim(String name, String email, String organisation, String job, String reason, String evidenceLink, Instant askedAt, boolean withdrawn) {
    }

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    StaffReads reads;

    public List<Claim> of(long requestId) {
        reads.note("request:" + requestId, "claims");
        return em.createQuery("select w from DomainWait w where w.requestId = :request order by w.id", DomainWait.class)
                .setParameter("request", requestId).getResultStream()
                .map(w -> new Claim(w.name(), w.email().typed(), w.organisation(), w.job(), w.reason(), w.evidenceLink(), w.askedAt(),
                        w.isWithdrawn()))
                .toList();
    }
}
