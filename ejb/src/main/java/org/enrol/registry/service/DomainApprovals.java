package org.enrol.registry.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.enrol.audit.model.Actor;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;

/** Puts a domain into the embedded registry once it has been decided. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class DomainApprovals {

    private static final String INSERT = """
            insert into approved_domain (domain, include_subdomains, many_bodies, organisation, source, added_at)
            values (:domain, true, false, :organisation, :source, :now) on conflict do nothing""";

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    AuditTrail audit;

    /** @param source what it was decided by, as {@code request:7} */
    public void approve(String domain, String organisation, String source, Actor by) {
        em.createNativeQuery(INSERT)
                .setParameter("domain", domain)
                .setParameter("organisation", organisation)
                .setParameter("source", source)
                .setParameter("now", clock.instant())
                .executeUpdate();
        audit.record(by, AuditAction.DOMAIN_APPROVED, "domain:" + domain, source);
    }
}
