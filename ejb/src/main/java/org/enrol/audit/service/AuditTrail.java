package org.enrol.audit.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import org.enrol.audit.model.Actor;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.model.AuditContent;
import org.enrol.audit.model.AuditEntry;
import org.enrol.audit.model.AuditPersonal;
import org.enrol.audit.model.PersonalContent;
import org.enrol.secret.SecretKeys;

/**
 * Writes down who did what, in the transaction that does it: no entry without the deed, no deed without the entry. Takes no lock; the
 * chain is built afterwards ({@link AuditSealer}).
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class AuditTrail {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Origin origin;
    @Inject
    SecretKeys keys;

    /** @param subject what it was done to, as {@code registration:7} */
    public void record(Actor actor, AuditAction action, String subject) {
        record(actor, action, subject, "");
    }

    /** @param detail what identifies a person; kept apart from the entry, so that it can be erased @return the entry's number */
    public long record(Actor actor, AuditAction action, String subject, String detail) {
        AuditContent content = new AuditContent(nextId(), clock.instant(), action.name(), actor.toString(), subject, origin.request());
        PersonalContent personal = new PersonalContent(origin.address(), detail, salt());
        em.persist(new AuditEntry(content, new AuditKeys(keys).entry(content, personal.digest())));
        em.persist(new AuditPersonal(content.id(), personal));
        return content.id();
    }

    /** The actor of what no person asked for. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Actor system() {
        return new Actor(Actor.Kind.SYSTEM, 0);
    }

    /** Without the flush that a native query would cause: when the deed is written is for its own code to say. */
    private long nextId() {
        return ((Number) em.createNativeQuery("select nextval('audit_entry_id_seq')", Long.class)
                .setFlushMode(FlushModeType.COMMIT).getSingleResult()).longValue();
    }

    private static byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return salt;
    }
}
