package org.enrol.registry.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enrol.account.service.PersonalAnswers;
import org.enrol.audit.model.Actor;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;
import org.enrol.audit.service.CurrentActor;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;
import org.enrol.registry.model.DomainProposal;
import org.enrol.registry.model.DomainTerms;

/**
 * Administrators add domains nobody asked for: one proposes, another one confirms or declines.
 *
 * <p>Source: quality 44 (four eyes on domain additions); MX-24, MX-26.
 */
@Stateless
@RolesAllowed("ADMINISTRATOR")
public class DomainProposals {

    static final int LONGEST_EVIDENCE = 800;
    static final int LONGEST_REASON = 500;
    private static final String PROPOSE = """
            insert into domain_proposal (domain, organisation, include_subdomains, replace_below, evidence, proposed_by, proposed_at, reason)
            values (:domain, :organisation, :below, :replace, :evidence, :by, :now, '')
            on conflict (domain) where outcome is null do nothing returning id""";

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    CurrentActor actor;
    @Inject
    AuditTrail audit;
    @Inject
    PersonalAnswers answers;
    @Inject
    DomainGuards guards;
    @Inject
    RegistryTurn turn;
    @Inject
    DomainApprovals approvals;

    /**
     * @param proposed as typed
     * @param evidence in words or as a link
     * @return the proposal's number
     * @throws EnrolException what {@link DomainGuards} has against the domain, or DOMAIN_PROPOSED, at "domain"; DOMAIN_ORGANISATION_REQUIRED,
     *                        DOMAIN_EVIDENCE_… at their fields
     */
    public long propose(DomainTerms proposed, String evidence) {
        List<Refusal> problems = new ArrayList<>();
        String domain = domain(proposed.domain(), problems);
        String organisation = answers.line("organisation", proposed.organisation(), ErrorCode.DOMAIN_ORGANISATION_REQUIRED,
                ErrorCode.ORGANISATION_LENGTH, problems);
        String grounds = answers.text("evidence", evidence, LONGEST_EVIDENCE, ErrorCode.DOMAIN_EVIDENCE_REQUIRED,
                ErrorCode.DOMAIN_EVIDENCE_LENGTH, problems);
        EnrolException.unlessEmpty(problems);
        DomainTerms terms = new DomainTerms(domain, organisation, proposed.includesSubdomains(), proposed.replacesBelow());
        Actor by = actor.get();
        long id = insert(terms, grounds, by).orElseThrow(() -> new EnrolException(Refusal.at("domain", ErrorCode.DOMAIN_PROPOSED)));
        audit.record(by, AuditAction.DOMAIN_PROPOSED, subject(id), domain + "; " + organisation);
        return id;
    }

    private String domain(String text, List<Refusal> problems) {
        try {
            return guards.read("domain", text);
        } catch (EnrolException e) {
            problems.addAll(e.reasons());
            return "";
        }
    }

    private Optional<Long> insert(DomainTerms terms, String evidence, Actor by) {
        return em.createNativeQuery(PROPOSE, Long.class)
                .setParameter("domain", terms.domain())
                .setParameter("organisation", terms.organisation())
                .setParameter("below", terms.includesSubdomains())
                .setParameter("replace", terms.replacesBelow())
                .setParameter("evidence", evidence)
                .setParameter("by", by.id())
                .setParameter("now", clock.instant())
                .getResultStream().map(Long.class::cast).findFirst();
    }

    /** @throws EnrolException DOMAIN_NOT_FOUND, DOMAIN_PROPOSAL_DECIDED, DOMAIN_PROPOSAL_OWN, DOMAIN_EXISTS, DOMAIN_COVERED */
    public void confirm(long id) {
        turn.alone();
        DomainProposal proposal = find(id);
        Actor by = actor.get();
        proposal.confirm(by.id(), clock.instant());
        guards.refuseCovered("", proposal.terms().domain());
        approvals.approve(proposal.terms(), new Approval(subject(id), proposal.evidence(), proposal.proposedBy(), by.id()), by);
    }

    /**
     * Says no to it; who proposed it takes it back.
     *
     * @throws EnrolException DOMAIN_NOT_FOUND, DOMAIN_PROPOSAL_DECIDED; DOMAIN_REASON_… at "reason"
     */
    public void decline(long id, String typedReason) {
        List<Refusal> problems = new ArrayList<>();
        String reason = answers.text("reason", typedReason, LONGEST_REASON, ErrorCode.DOMAIN_REASON_REQUIRED, ErrorCode.DOMAIN_REASON_LENGTH, problems);
        EnrolException.unlessEmpty(problems);
        Actor by = actor.get();
        find(id).decline(by.id(), clock.instant(), reason);
        audit.record(by, AuditAction.DOMAIN_DECLINED, subject(id), reason);
    }

    /** The row is held: two who decide at once come one after the other, and the second one finds it decided. */
    private DomainProposal find(long id) {
        DomainProposal proposal = em.find(DomainProposal.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (proposal == null) {
            throw new EnrolException(ErrorCode.DOMAIN_NOT_FOUND);
        }
        return proposal;
    }

    private static String subject(long id) {
        return "proposal:" + id;
    }
}
