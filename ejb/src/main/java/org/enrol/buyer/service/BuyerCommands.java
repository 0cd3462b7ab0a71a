package org.enrol.buyer.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.enrol.account.service.NewAccount;
import org.enrol.organisation.service.PublicBodies;
import org.enrol.registration.service.Activated;
import org.enrol.registration.service.Activations;
import org.enrol.registration.service.OpenRegistration;
import org.enrol.registration.service.Registrations;
import org.enrol.registry.model.DomainEvidence;

/** The one transaction that makes a buyer. */
@Stateless
@PermitAll
public class BuyerCommands {

    @Inject
    Activations activations;
    @Inject
    Registrations registrations;
    @Inject
    PublicBodies bodies;

    /** @param evidence what the registry says now; replaces what it said when the buyer signed up */
    public Activated activate(OpenRegistration open, NewAccount account, DomainEvidence evidence, String organisation) {
        long id = activations.activate(open, account);
        registrations.find(open.id()).ifPresent(registration -> registration.prove(evidence));
        String name = evidence.isBroad() ? organisation : evidence.organisation();
        bodies.join(id, evidence.body(), name, organisation);
        return activations.signIn(open, id);
    }
}
