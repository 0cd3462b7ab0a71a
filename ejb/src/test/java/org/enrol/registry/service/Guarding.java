package org.enrol.registry.service;

import org.enrol.account.service.EmailAddresses;

/** The guards as the container would put them together, without a database. */
final class Guarding {

    private static final PublicSuffixes SUFFIXES = new PublicSuffixes();

    private Guarding() {
    }

    static TypedDomains typed() {
        TypedDomains typed = new TypedDomains();
        typed.addresses = new EmailAddresses();
        return typed;
    }

    static DomainRules rules() {
        DomainRules rules = new DomainRules();
        rules.suffixes = SUFFIXES;
        rules.personal = new PersonalProviders();
        rules.personal.load();
        rules.restricted = new RestrictedSuffixes();
        rules.restricted.load();
        return rules;
    }
}
