package org.enrol.buyer.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
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
import org.enrol.buyer.model.DomainChoice;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;
import org.enrol.organisation.service.PublicBodies;
import org.enrol.registry.model.DomainTerms;
import org.enrol.registry.service.DomainRules;
import org.enrol.request.model.Request;
import org.enrol.request.model.RequestStatus;
import org.enrol.request.model.RequestType;

/** What the entry will say that a request asks for: chosen by the administrator who handles it, as long as nobody has approved it. */
@Stateless
@PermitAll
public class DomainChoices {

    private static final String FIX = """
            insert into domain_choice (request_id, organisation, include_subdomains, replace_below, chosen_by, chosen_at)
            values (:request, :organisation, :below, :replace, :by, :now) on conflict (request_id) do nothing""";

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
    PublicBodies bodies;
    @Inject
    DomainRules rules;

    /** What has been chosen, or what holds as long as nobody chooses. */
    public DomainTerms of(long requestId, String domain) {
        return Optional.ofNullable(em.find(DomainChoice.class, requestId)).map(choice -> choice.terms(domain))
                .orElseGet(() -> new DomainTerms(domain, organisation(requestId, domain), !rules.isBroad(domain), false));
    }

    /** Whether this person may choose now. */
    public boolean isOpenTo(Request request, Actor person) {
        return request.type() == RequestType.EMAIL_DOMAIN && request.status() == RequestStatus.ASSIGNED && request.isAssignedTo(person.id());
    }

    /**
     * @param terms the domain in them is ignored: the request names it
     * @throws EnrolException REQUEST_NOT_FOUND; REQUEST_ACTION_NOT_NOW for all but the assignee before the approval; DOMAIN_ORGANISATION_REQUIRED
     */
    @RolesAllowed("ADMINISTRATOR")
    public void choose(long requestId, DomainTerms terms) {
        Request request = Optional.ofNullable(em.find(Request.class, requestId, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new EnrolException(ErrorCode.REQUEST_NOT_FOUND));
        Actor by = actor.get();
        if (!isOpenTo(request, by)) {
            throw new EnrolException(ErrorCode.REQUEST_ACTION_NOT_NOW);
        }
        List<Refusal> problems = new ArrayList<>();
        String organisation = answers.line("organisation", terms.organisation(), ErrorCode.DOMAIN_ORGANISATION_REQUIRED,
                ErrorCode.ORGANISATION_LENGTH, problems);
        EnrolException.unlessEmpty(problems);
        keep(requestId, new DomainTerms(request.target(), organisation, terms.includesSubdomains(), terms.replacesBelow()), by);
    }

    /** Fixes what holds now, for whoever has to confirm it. Who approves twice at once fixes it once. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void fix(long requestId, String domain, Actor by) {
        DomainTerms terms = of(requestId, domain);
        int fixed = em.createNativeQuery(FIX)
                .setParameter("request", requestId)
                .setParameter("organisation", terms.organisation())
                .setParameter("below", terms.includesSubdomains())
                .setParameter("replace", terms.replacesBelow())
                .setParameter("by", by.id())
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (fixed > 0) {
            record(requestId, terms, by);
        }
    }

    private void keep(long requestId, DomainTerms terms, Actor by) {
        DomainChoice choice = Optional.ofNullable(em.find(DomainChoice.class, requestId)).orElseGet(() -> new DomainChoice(requestId));
        choice.choose(terms, by.id(), clock.instant());
        em.persist(choice);
        record(requestId, terms, by);
    }

    private void record(long requestId, DomainTerms terms, Actor by) {
        audit.record(by, AuditAction.DOMAIN_CHOICE_MADE, "request:" + requestId, terms.organisation() + "; sub-domains: "
                + terms.includesSubdomains() + "; redundant entries out: " + terms.replacesBelow());
    }

    /** What the body is called here already, or else what the first one who waits calls it: a claim, until two have approved it. */
    private String organisation(long requestId, String domain) {
        return bodies.name(domain).orElseGet(() -> em.createQuery(
                        "select w.organisation from DomainWait w where w.requestId = :request order by w.id", String.class)
                .setParameter("request", requestId).setMaxResults(1).getResultStream().findFirst().orElse(""));
    }
}
