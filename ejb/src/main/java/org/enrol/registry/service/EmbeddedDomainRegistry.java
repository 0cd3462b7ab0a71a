package org.enrol.registry.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.enrol.registry.model.DomainEvidence;
import org.enrol.registry.port.DomainRegistry;

/** The domain registry on Enrol's own database. */
@Stateless
@PermitAll
public class EmbeddedDomainRegistry implements DomainRegistry {

    private static final String SOURCE = "embedded";

    @Inject
    DomainEntries entries;
    @Inject
    Clock clock;

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<DomainEvidence> find(String domain) {
        return entries.covering(domain)
                .map(entry -> new DomainEvidence(entry.domain(), entry.bodyOf(domain), entry.organisation(), SOURCE, clock.instant()));
    }
}
