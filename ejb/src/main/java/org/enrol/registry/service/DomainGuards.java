package org.enrol.registry.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;

/** All that stands between a domain that somebody types and an entry for it. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class DomainGuards {

    @Inject
    TypedDomains typed;
    @Inject
    DomainRules rules;
    @Inject
    DomainEntries entries;

    /**
     * @return the domain in canonical form
     * @throws EnrolException what {@link TypedDomains} and {@link DomainRules} have against it, DOMAIN_EXISTS or DOMAIN_COVERED, at the field given
     */
    public String read(String field, String text) {
        String domain = typed.read(field, text);
        rules.check(field, domain);
        refuseCovered(field, domain);
        return domain;
    }

    /** @throws EnrolException DOMAIN_EXISTS, or DOMAIN_COVERED with "entry", at the field given */
    public void refuseCovered(String field, String domain) {
        entries.covering(domain).ifPresent(entry -> {
            throw new EnrolException(entry.domain().equals(domain) ? Refusal.at(field, ErrorCode.DOMAIN_EXISTS)
                    : Refusal.at(field, ErrorCode.DOMAIN_COVERED, Map.of("entry", entry.domain())));
        });
    }
}
