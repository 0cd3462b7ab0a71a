package org.enrol.registry.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.enrol.audit.model.Actor;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.registry.model.ApprovedDomain;
import org.enrol.registry.model.DomainRemoval;
import org.enrol.registry.model.DomainTerms;

/** Changes the embedded registry once it has been decided. The caller has taken his {@link RegistryTurn} alone. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class DomainApprovals {

    /** The primary key decides whose the domain's place is. */
    private static final String INSERT = """
            insert into approved_domain (domain, include_subdomains, many_bodies, organisation, source, evidence, added_at, approved_by, confirmed_by)
            values (:domain, :below, :many, :organisation, :source, :evidence, :now, :approved, :confirmed) on conflict do nothing""";
    /** More than any page shows at once. */
    private static final int MOST_REPLACED = 1000;
    private static final int LONGEST_SUBJECT = 60;

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    AuditTrail audit;
    @Inject
    DomainRules rules;
    @Inject
    DomainEntries entries;
    @Inject
    Event<DomainOpened> opened;

    /**
     * Adds the entry, unless one covers the domain already, and tells whoever has people waiting.
     *
     * @throws EnrolException what {@link DomainRules} has against the domain, at "domain"
     */
    public void approve(DomainTerms terms, Approval approval, Actor by) {
        rules.check("domain", terms.domain());
        if (entries.covering(terms.domain()).isEmpty()) {
            insert(terms, approval);
            audit.record(by, AuditAction.DOMAIN_APPROVED, subject(terms.domain()), terms.domain() + "; " + terms.organisation() + "; " + approval.source());
            if (terms.replacesBelow() && terms.includesSubdomains()) {
                entries.below(terms.domain(), MOST_REPLACED).forEach(entry -> takeOut(entry, approval.source(), by));
            }
        }
        opened.fire(new DomainOpened(terms, approval.source(), by));
    }

    private void insert(DomainTerms terms, Approval approval) {
        em.createNativeQuery(INSERT)
                .setParameter("domain", terms.domain())
                .setParameter("below", terms.includesSubdomains())
                .setParameter("many", rules.isBroad(terms.domain()))
                .setParameter("organisation", terms.organisation())
                .setParameter("source", approval.source())
                .setParameter("evidence", approval.evidence())
                .setParameter("now", clock.instant())
                .setParameter("approved", approval.approvedBy())
                .setParameter("confirmed", approval.confirmedBy())
                .executeUpdate();
    }

    /**
     * Takes an entry out and keeps what it said.
     *
     * @param suspending whether its people lose their access; the caller sees to it
     * @throws EnrolException DOMAIN_REMOVED_MEANWHILE if it is not there any more
     */
    public DomainRemoval remove(String domain, String reason, boolean suspending, Actor by) {
        ApprovedDomain entry = em.find(ApprovedDomain.class, domain, LockModeType.PESSIMISTIC_WRITE);
        if (entry == null) {
            throw new EnrolException(ErrorCode.DOMAIN_REMOVED_MEANWHILE);
        }
        DomainRemoval removal = new DomainRemoval(entry, reason, by.id(), suspending, clock.instant());
        em.persist(removal);
        takeOut(entry, reason, by);
        return removal;
    }

    private void takeOut(ApprovedDomain entry, String reason, Actor by) {
        em.remove(entry);
        audit.record(by, AuditAction.DOMAIN_REMOVED, subject(entry.domain()), entry.domain() + "; organisation: " + entry.organisation()
                + "; sub-domains: " + entry.includesSubdomains() + "; source: " + entry.source() + "; added: " + entry.addedAt() + "; evidence: " + entry.evidence()
                + "; reason: " + reason);
    }

    /** How the audit trail names a domain: long ones shortened to its column, and whole in the detail. */
    static String subject(String domain) {
        String subject = "domain:" + domain;
        return subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT - 1) + "…";
    }
}
