package org.enrol.buyer.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.enrol.audit.service.CurrentActor;
import org.enrol.organisation.service.PublicBodies;

/** What a buyer sees after signing in. */
@Stateless
@RolesAllowed("BUYER")
public class BuyerHome {

    @Inject
    CurrentActor actor;
    @Inject
    PublicBodies bodies;

    /** The organisation the buyer works for; empty if the membership has ended. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public String organisation() {
        return bodies.nameOf(actor.accountId()).orElse("");
    }
}
