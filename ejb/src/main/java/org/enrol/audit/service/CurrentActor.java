package org.enrol.audit.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import org.enrol.audit.model.Actor;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;

/** Whoever the container says is calling. The principal's name is the account's id. */
@Stateless
@PermitAll
public class CurrentActor {

    /** The role of everybody who is signed in (account.model.Role names it; that component knows this one). */
    private static final String SIGNED_IN = "ACCOUNT";

    @Resource
    SessionContext context;

    /** The signed-in person, or an unknown visitor. */
    public Actor get() {
        return context.isCallerInRole(SIGNED_IN) ? proved(Long.parseLong(context.getCallerPrincipal().getName())) : visitor();
    }

    public boolean is(String role) {
        return context.isCallerInRole(role);
    }

    /** @throws EnrolException SESSION_EXPIRED if nobody is signed in */
    public long accountId() {
        Actor actor = get();
        if (actor.kind() != Actor.Kind.ACCOUNT) {
            throw new EnrolException(ErrorCode.SESSION_EXPIRED);
        }
        return actor.id();
    }

    /** Somebody whose password was checked this moment, before the container knows. */
    public Actor proved(long accountId) {
        return new Actor(Actor.Kind.ACCOUNT, accountId);
    }

    private static Actor visitor() {
        return new Actor(Actor.Kind.VISITOR, 0);
    }
}
