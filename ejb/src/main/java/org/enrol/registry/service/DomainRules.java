package org.enrol.registry.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;

/**
 * Which domains can never prove that somebody works in the public sector, whoever asks for them and whoever decides.
 *
 * <p>Source: design section 6 (domain match); MX-24.
 */
@ApplicationScoped
public class DomainRules {

    @Inject
    PersonalProviders personal;
    @Inject
    RestrictedSuffixes restricted;
    @Inject
    PublicSuffixes suffixes;

    /** @param domain in canonical form @return DOMAIN_PERSONAL_MAIL, DOMAIN_PUBLIC_SUFFIX or DOMAIN_ABOVE_PUBLIC_SUFFIX; empty for a good one */
    public Optional<ErrorCode> objection(String domain) {
        if (personal.include(domain)) {
            return Optional.of(ErrorCode.DOMAIN_PERSONAL_MAIL);
        }
        if (restricted.reach(domain)) {
            return Optional.empty();
        }
        if (suffixes.include(domain)) {
            return Optional.of(ErrorCode.DOMAIN_PUBLIC_SUFFIX);
        }
        return suffixes.liesBelow(domain) ? Optional.of(ErrorCode.DOMAIN_ABOVE_PUBLIC_SUFFIX) : Optional.empty();
    }

    /** @throws EnrolException the {@link #objection}, at the field given */
    public void check(String field, String domain) {
        objection(domain).ifPresent(code -> {
            throw new EnrolException(Refusal.at(field, code));
        });
    }

    /** Whether an entry for it stands for many bodies, so that including sub-domains is a great deal. */
    public boolean isBroad(String domain) {
        return restricted.include(domain);
    }
}
