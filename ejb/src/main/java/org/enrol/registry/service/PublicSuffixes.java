package org.enrol.registry.service;

import crawlercommons.domains.EffectiveTldFinder;
import crawlercommons.domains.EffectiveTldFinder.EffectiveTLD;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The Public Suffix List: names under which anybody, or anybody who pays, gets names of their own. Read at the first use, in about a second.
 *
 * <p>Source: publicsuffix.org, as crawler-commons ships it; its private part counts too, since there as well strangers share a suffix.
 */
@ApplicationScoped
public class PublicSuffixes {

    private final Map<String, EffectiveTLD> rules = EffectiveTldFinder.getEffectiveTLDs();
    private final Set<String> above = new HashSet<>();

    PublicSuffixes() {
        rules.values().stream().filter(rule -> !rule.isException()).forEach(rule -> {
            if (rule.isWildcard()) {
                above.add(rule.getDomain());
            }
            for (String parent = parent(rule.getDomain()); !parent.isEmpty(); parent = parent(parent)) {
                above.add(parent);
            }
        });
    }

    /** Whether the domain is a public suffix. */
    boolean include(String domain) {
        EffectiveTLD rule = rules.get(domain);
        EffectiveTLD around = rules.get(parent(domain));
        boolean excepted = rule != null && rule.isException();
        return !excepted && (rule != null && !rule.isWildcard() || around != null && around.isWildcard());
    }

    /** Whether some public suffix lies below the domain. */
    boolean liesBelow(String domain) {
        return above.contains(domain);
    }

    private static String parent(String domain) {
        return domain.contains(".") ? domain.substring(domain.indexOf('.') + 1) : "";
    }
}
