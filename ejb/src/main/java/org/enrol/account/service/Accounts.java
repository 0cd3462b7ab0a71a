package org.enrol.account.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.enrol.account.model.Account;
import org.enrol.account.model.PasswordIdentity;
import org.enrol.account.model.Role;

/** The accounts and the rule that there is one per mailbox. */
@Stateless
@PermitAll
public class Accounts {

    /** The unique index decides between two at once; who comes second gets no row and no exception. */
    private static final String CREATE = """
            insert into account (email, canonical_email, name, phone, language, status, created_at)
            values (:email, :canonical, :name, :phone, :language, 'ACTIVE', :now)
            on conflict (canonical_email) do nothing returning id""";

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;

    /** @return the new account's id; empty if the mailbox has an account already, in whatever state */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Optional<Long> create(NewAccount account) {
        Instant now = clock.instant();
        Optional<Long> id = em.createNativeQuery(CREATE, Long.class)
                .setParameter("email", account.email().typed())
                .setParameter("canonical", account.email().canonical())
                .setParameter("name", account.name())
                .setParameter("phone", account.phone().isEmpty() ? null : account.phone())
                .setParameter("language", account.language())
                .setParameter("now", now)
                .getResultStream().map(Long.class::cast).findFirst();
        id.ifPresent(created -> {
            em.createNativeQuery("insert into account_role (account_id, role) values (:account, :role)")
                    .setParameter("account", created).setParameter("role", account.role().name()).executeUpdate();
            em.persist(new PasswordIdentity(created, account.passwordHash(), now));
        });
        return id;
    }

    public Optional<Account> find(String canonicalEmail) {
        return em.createQuery("select a from Account a where a.email.canonical = :email", Account.class)
                .setParameter("email", canonicalEmail).getResultStream().findFirst();
    }

    public Optional<Account> find(long id) {
        return Optional.ofNullable(em.find(Account.class, id));
    }

    /** The account as nobody else can change it until the transaction ends. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Optional<Account> lock(long id) {
        return em.createQuery("select a from Account a where a.id = :id", Account.class).setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
    }

    public boolean anybodyActiveIs(Role role) {
        return !em.createQuery("select 1 from Account a join a.roles r where r = :role and a.status = :active", Integer.class)
                .setParameter("role", role).setParameter("active", Account.Status.ACTIVE).setMaxResults(1).getResultList().isEmpty();
    }

    /** Whether anybody but this one is, active or, if asked so, suspended. */
    public boolean anybodyElseIs(Role role, long accountId, boolean suspendedToo) {
        return !em.createQuery("""
                        select 1 from Account a join a.roles r where r = :role and a.id <> :account
                        and (:suspended = true or a.status = :active)""", Integer.class)
                .setParameter("role", role).setParameter("account", accountId).setParameter("suspended", suspendedToo)
                .setParameter("active", Account.Status.ACTIVE).setMaxResults(1).getResultList().isEmpty();
    }

    /** How many have the role, the deactivated ones included. */
    public long count(Role role) {
        return em.createQuery("select count(a) from Account a join a.roles r where r = :role", Long.class)
                .setParameter("role", role).getSingleResult();
    }
}
