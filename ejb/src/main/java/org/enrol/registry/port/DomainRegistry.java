package org.enrol.registry.port;

import java.util.Optional;
import org.enrol.error.EnrolException;
import org.enrol.registry.model.DomainEvidence;

/**
 * The registry of public-sector mail domains.
 *
 * <p>Source: MP-01, step 2; GovStack Digital Registries BB.
 * <p>Cost: embedded, one indexed query; elsewhere one HTTP round trip of at most 8 s. Never call it inside a transaction.
 */
public interface DomainRegistry {

    /**
     * The most specific entry that covers a domain: equal to it, or above it on a label boundary where the entry includes sub-domains.
     *
     * @param domain IDNA's ASCII form, lower case; the address itself never leaves
     * @return what the registry says now; empty if no entry covers it
     * @throws EnrolException REGISTRY_UNAVAILABLE if no answer came in time; safe to repeat
     */
    Optional<DomainEvidence> find(String domain);
}
