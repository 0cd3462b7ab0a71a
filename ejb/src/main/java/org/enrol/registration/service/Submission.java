package org.enrol.registration.service;

import java.util.Objects;
import org.enrol.account.model.EmailAddress;
import org.enrol.account.model.Role;
import org.enrol.registration.model.Registration;
import org.enrol.registry.model.DomainEvidence;

/**
 * What a sign-up begins with.
 *
 * @param visitor  the visitor's cookie, by which the answers are found again
 * @param language of pages and mails, as a BCP 47 tag
 * @param evidence what the registry confirmed; null if it gave no answer yet, or where none is asked
 */
public record Submission(Registration.Kind kind, Role role, EmailAddress email, String visitor, String language, DomainEvidence evidence) {

    public Submission {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(role);
        Objects.requireNonNull(email);
        Objects.requireNonNull(visitor);
        Objects.requireNonNull(language);
    }

    public Submission provedBy(DomainEvidence evidence) {
        return new Submission(kind, role, email, visitor, language, Objects.requireNonNull(evidence));
    }

    /** An invitation to staff. The address stands in for the visitor, so that all nodes and all repetitions go on with one. */
    static Submission invitation(Role role, EmailAddress email, String language) {
        return new Submission(Registration.Kind.STAFF, role, email, "invitation:" + email.canonical(), language, null);
    }
}
