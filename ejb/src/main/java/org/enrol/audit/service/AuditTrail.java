package org.enrol.audit.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.enrol.audit.model.Actor;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.model.AuditEntry;
import org.enrol.audit.model.AuditPersonal;

/** Writes down who did what, in the transaction that does it: no entry without the deed, no deed without the entry. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class AuditTrail {

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Origin origin;

    /** @param subject what it was done to, as {@code registration:7} */
    public void record(Actor actor, AuditAction action, String subject) {
        record(actor, action, subject, "");
    }

    /** @param detail what identifies a person; kept apart from the entry, so that it can be erased */
    public void record(Actor actor, AuditAction action, String subject, String detail) {
        AuditEntry entry = new AuditEntry(action, actor, subject, origin.request(), clock.instant());
        em.persist(entry);
        em.persist(new AuditPersonal(entry, origin.address(), detail));
    }

    /** The actor of what no person asked for. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Actor system() {
        return new Actor(Actor.Kind.SYSTEM, 0);
    }
}
