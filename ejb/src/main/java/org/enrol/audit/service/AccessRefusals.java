package org.enrol.audit.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import org.enrol.audit.model.Actor;
import org.enrol.audit.model.AuditAction;
import org.enrol.throttle.service.Limit;
import org.enrol.throttle.service.Throttle;

/** Writes down that somebody signed in tried what is not for them. A few times an hour, so that hammering does not fill the trail. */
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
    Throttle throttle;

    /** @param address the path that was asked for */
    public void note(String address) {
        Actor refused = actor.get();
        if (refused.kind() == Actor.Kind.ACCOUNT && throttle.admit(SOME, refused.toString())) {
            audit.record(refused, AuditAction.ACCESS_REFUSED, "page", address.substring(0, Math.min(LONGEST, address.length())));
        }
    }
}
