package org.enrol.registry.service;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Public suffixes under which only the public sector gets names, as {@code gov.uk}. The list is shipped. */
@ApplicationScoped
public class RestrictedSuffixes {

    private Set<String> suffixes;

    @PostConstruct
    void load() {
        suffixes = Set.copyOf(ShippedList.lines("restricted-suffixes.txt"));
    }

    /** Whether the domain is such a suffix itself: its entry stands for many bodies. */
    public boolean include(String domain) {
        return suffixes.contains(domain);
    }

    /** Whether the domain is one, or below one. */
    boolean reach(String domain) {
        return suffixes.stream().anyMatch(suffix -> domain.equals(suffix) || domain.endsWith("." + suffix));
    }
}
