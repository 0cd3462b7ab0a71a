package org.enrol.buyer.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.enrol.audit.service.CurrentActor;
import org.enrol.audit.service.NothingPersonal;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.organisation.service.PublicBodies;
import org.enrol.registry.model.ApprovedDomain;
import org.enrol.registry.model.DomainEvidence;
import org.enrol.registry.model.DomainTerms;
import org.enrol.registry.port.DomainRegistry;
import org.enrol.registry.service.DomainDossier;
import org.enrol.registry.service.DomainEntries;
import org.enrol.registry.service.DomainRules;
import org.enrol.registry.service.TypedDomains;
import org.enrol.request.model.Request;

/** What there is to know before somebody decides about a domain. Runs without a transaction: the registry may be far away. */
@Stateless
@RolesAllowed({"ADMINISTRATOR", "SUPPORT", "AUDITOR"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DomainCases {

    /** As many as a page shows of what is rarely more than a few. */
    private static final int MOST = 20;
    private static final int MOST_NAMES = 5;

    /**
     * One case.
     *
     * @param readable  the domain in its own script
     * @param terms     what the entry will say
     * @param choosable whether this person may choose otherwise now
     * @param broad     whether the domain stands for many bodies
     * @param registry  what the registry answers now; null if it knows no such domain or did not answer
     * @param silent    whether it did not answer
     * @param objection why the domain can never be approved; null for a good one
     * @param above     entries for the domain and its parents, the nearest first
     * @param below     entries that become redundant
     * @param closes    other open requests that end with this one, at most {@value #MOST}
     * @param similar   organisations here whose names are like the claimed one
     */
    public record Case(String readable, DomainTerms terms, boolean choosable, boolean broad, DomainEvidence registry, boolean silent,
                       ErrorCode objection, List<DomainTerms> above, List<String> below, List<Other> closes, List<PublicBodies.Named> similar) {
    }

    /** Another request. @param people who wait for it */
    public record Other(long id, String reference, String domain, long people) {
    }

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    CurrentActor actor;
    @Inject
    DomainChoices choices;
    @Inject
    WaitingPeople waiting;
    @Inject
    DomainRegistry registry;
    @Inject
    DomainRules rules;
    @Inject
    DomainEntries entries;
    @Inject
    DomainDossier dossier;
    @Inject
    TypedDomains typed;
    @Inject
    PublicBodies bodies;

    /** @throws EnrolException REQUEST_NOT_FOUND */
    @NothingPersonal("domains and organisations; whose claims they are, the request's own reading writes down")
    public Case of(long requestId) {
        Request request = em.find(Request.class, requestId);
        if (request == null) {
            throw new EnrolException(ErrorCode.REQUEST_NOT_FOUND);
        }
        String domain = request.target();
        DomainTerms terms = choices.of(requestId, domain);
        DomainEvidence answer = null;
        boolean silent = false;
        try {
            answer = registry.find(domain).orElse(null);
        } catch (EnrolException e) {
            if (!e.is(ErrorCode.REGISTRY_UNAVAILABLE)) {
                throw e;
            }
            silent = true;
        }
        return new Case(typed.readable(domain), terms, choices.isOpenTo(request, actor.get()), rules.isBroad(domain), answer, silent,
                rules.objection(domain).orElse(null), entries.above(domain).stream().map(ApprovedDomain::terms).toList(),
                terms.includesSubdomains() ? dossier.below(domain) : List.of(), closes(request, terms),
                bodies.similar(terms.organisation(), MOST_NAMES));
    }

    /** Open requests that an entry would answer, at most {@value #MOST}. */
    @NothingPersonal("domains and numbers")
    public List<Other> closedBy(DomainTerms terms) {
        return others(waiting.requestsFor(terms, MOST));
    }

    private List<Other> closes(Request request, DomainTerms terms) {
        if (request.isComplete() || !request.status().isOpen()) {
            return List.of();
        }
        return others(waiting.requestsFor(terms, MOST + 1).stream().filter(id -> id != request.id()).limit(MOST).toList());
    }

    private List<Other> others(List<Long> ids) {
        return ids.isEmpty() ? List.of() : em.createQuery("""
                        select r.id, r.reference, r.target, (select count(w) from DomainWait w where w.requestId = r.id)
                        from Request r where r.id in :ids order by r.id""", Object[].class)
                .setParameter("ids", ids).getResultStream()
                .map(row -> new Other((Long) row[0], (String) row[1], (String) row[2], (Long) row[3])).toList();
    }
}
