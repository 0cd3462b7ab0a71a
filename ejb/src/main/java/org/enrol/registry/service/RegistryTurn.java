package org.enrol.registry.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Whose turn it is at the domain registry, until the caller's transaction ends: who changes entries works alone; those who ask for a domain
 * work side by side. So nobody begins to wait for a domain at the moment in which it is approved, or in which its parent is.
 *
 * <p>Take the turn before any row is locked. Everybody does, and so nobody waits in a circle.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class RegistryTurn {

    /** Any number, as long as nobody else takes it. */
    private static final long KEY = 0x646f6d61696eL;

    @PersistenceContext(unitName = "enrol")
    EntityManager em;

    /** To change entries. */
    public void alone() {
        take("select pg_advisory_xact_lock(:key)");
    }

    /** To rely on it that no entry changes. */
    public void together() {
        take("select pg_advisory_xact_lock_shared(:key)");
    }

    private void take(String statement) {
        em.createNativeQuery(statement, Object.class).setParameter("key", KEY).getSingleResult();
    }
}
