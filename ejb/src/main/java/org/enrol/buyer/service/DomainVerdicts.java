package org.enrol.buyer.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.enrol.messaging.service.MailOrder;
import org.enrol.messaging.service.MailTemplate;
import org.enrol.messaging.service.Mails;
import org.enrol.registration.model.Registration;
import org.enrol.registration.service.Registrations;
import org.enrol.registry.model.DomainEvidence;

/** What follows from the registry's late answer: one transaction. */
@Stateless
@PermitAll
public class DomainVerdicts {

    @Inject
    Registrations registrations;
    @Inject
    Mails mails;

    /** @param evidence empty if the registry knows no such domain */
    public void apply(Registration registration, Optional<DomainEvidence> evidence) {
        evidence.ifPresentOrElse(
                found -> registrations.prove(registration.id(), found),
                () -> mails.order(new MailOrder(MailTemplate.DOMAIN_NOT_APPROVED, registration.email().typed(), registration.language(), 0,
                        Map.of("domain", registration.email().domain()))));
    }
}
