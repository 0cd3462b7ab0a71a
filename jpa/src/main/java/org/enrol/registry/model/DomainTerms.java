package org.enrol.registry.model;

import java.util.Objects;

/**
 * What an entry of the domain registry says, or shall say.
 *
 * @param domain             IDNA's ASCII form, lower case
 * @param organisation       whose domain it is, in the words of who decided
 * @param includesSubdomains whether everything below the domain counts too
 * @param replacesBelow      whether entries that it makes redundant are taken out
 */
public record DomainTerms(String domain, String organisation, boolean includesSubdomains, boolean replacesBelow) {

    public DomainTerms {
        Objects.requireNonNull(domain);
        Objects.requireNonNull(organisation);
    }

    /** Equal, or below on a label boundary where sub-domains count. */
    public boolean cover(String other) {
        return other.equals(domain) || includesSubdomains && other.endsWith("." + domain);
    }
}
