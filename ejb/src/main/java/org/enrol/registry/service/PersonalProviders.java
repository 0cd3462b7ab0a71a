package org.enrol.registry.service;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Mail providers where anybody gets an address: never a proof of where somebody works. */
@ApplicationScoped
public class PersonalProviders {

    private Set<String> domains;

    @PostConstruct
    void load() {
        domains = Set.copyOf(ShippedList.lines("personal-mail-providers.txt"));
    }

    /** Whether the domain is such a provider's, or below it. */
    public boolean include(String domain) {
        return domains.stream().anyMatch(provider -> domain.equals(provider) || domain.endsWith("." + provider));
    }
}
