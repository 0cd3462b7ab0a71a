package org.enrol.audit.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import org.enrol.audit.model.Actor;
import org.enrol.audit.model.AuditAction;
import org.enrol.throttle.service.Limit;
import org.enrol.throttle.service.Throttle;

/** Writes down what was turned away at the door. A few times an hour for one person or network, so that hammering does not fill the trail. */
@Stateless
@PermitAll
public class AccessRefusals {

    private static final Limit SOME = new Limit("access-refused", 10, Duration.ofHours(1));
    private static final int LONGEST = 500;

    @Inject
    AuditTrail audit;
    @Inject
    CurrentActor actor;
    @Inject
    Origin origin;
    @Inject
    Throttle throttle;

    /** @param refused why it was turned away @param address the path that was asked for */
    public void note(AuditAction refused, String address) {
        Actor by = actor.get();
        String counted = by.kind() == Actor.Kind.ACCOUNT ? by.toString() : origin.network();
        if (throttle.admit(SOME, refused + " " + counted)) {
            audit.record(by, refused, "page", address.substring(0, Math.min(LONGEST, address.length())));
        }
    }
}
