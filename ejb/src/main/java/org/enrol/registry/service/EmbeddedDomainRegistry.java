package org.enrol.registry.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.enrol.registry.model.ApprovedDomain;
import org.enrol.registry.model.DomainEvidence;
import org.enrol.registry.port.DomainRegistry;

/** The domain registry on Enrol's own database. */
@Stateless
@PermitAll
public class EmbeddedDomainRegistry implements DomainRegistry {

    private static final String SOURCE = "embedded";
    /** One parameter whatever the number of labels: a list of them would be translated to SQL anew at every call. */
    private static final String CANDIDATES = "select * from approved_domain where domain = any(string_to_array(:candidates, ' '))";

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    @SuppressWarnings("unchecked")
    public Optional<DomainEvidence> find(String domain) {
        List<ApprovedDomain> entries = em.createNativeQuery(CANDIDATES, ApprovedDomain.class)
                .setParameter("candidates", String.join(" ", withParents(domain))).getResultList();
        return entries.stream()
                .filter(entry -> entry.covers(domain))
                .max(Comparator.comparingInt(entry -> entry.domain().length()))
                .map(entry -> new DomainEvidence(entry.domain(), entry.bodyOf(domain), entry.organisation(), SOURCE, clock.instant()));
    }

    private static List<String> withParents(String domain) {
        List<String> candidates = new ArrayList<>();
        for (String rest = domain; !rest.isEmpty(); rest = rest.contains(".") ? rest.substring(rest.indexOf('.') + 1) : "") {
            candidates.add(rest);
        }
        return candidates;
    }
}
