package org.enrol.registration.service;

import java.util.Optional;
import org.enrol.account.model.EmailAddress;
import org.enrol.account.model.Role;
import org.enrol.link.service.OpenLink;
import org.enrol.registration.model.Registration;
import org.enrol.registry.model.DomainEvidence;

/** A sign-up whose mailbox is proved by a good link, ready to become an account. */
public record OpenRegistration(OpenLink link, long id, Registration.Kind kind, Role role, EmailAddress email,
                               Optional<DomainEvidence> evidence) {
}
