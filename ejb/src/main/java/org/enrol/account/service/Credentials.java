package org.enrol.account.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;
import org.enrol.account.model.Account;
import org.enrol.account.model.PasswordIdentity;
import org.enrol.audit.model.Actor;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;
import org.enrol.audit.service.CurrentActor;
import org.enrol.messaging.service.MailOrder;
import org.enrol.messaging.service.MailTemplate;
import org.enrol.messaging.service.Mails;

/** What signing in and changing a password do in the database: one short transaction each, without the hashing. */
@Stateless
@PermitAll
public class Credentials {

    /**
     * What signing in needs to know before hashing.
     *
     * @param accountId 0 if there is no such account, or none that may sign in from here now
     * @param hash      empty if there is no account or it has no password
     */
    record Claim(long accountId, String hash) {
    }

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Accounts accounts;
    @Inject
    Sessions sessions;
    @Inject
    SignInGuard guard;
    @Inject
    AuditTrail audit;
    @Inject
    CurrentActor actor;
    @Inject
    Mails mails;

    public boolean networkIsExhausted() {
        return guard.networkIsExhausted();
    }

    public Claim claim(String canonicalEmail) {
        Account account = accounts.find(canonicalEmail).orElse(null);
        boolean keptOut = guard.keepsOut(canonicalEmail, account);
        String hash = account == null ? "" : hash(account.id());
        boolean may = account != null && account.isActive() && !keptOut;
        return new Claim(may ? account.id() : 0, hash);
    }

    public String hash(long accountId) {
        PasswordIdentity identity = em.find(PasswordIdentity.class, accountId);
        return identity == null ? "" : identity.hash();
    }

    public void failed(String canonicalEmail) {
        Account account = accounts.find(canonicalEmail).orElse(null);
        boolean waits = guard.failed(canonicalEmail, account);
        String subject = account == null ? "account" : subject(account.id());
        audit.record(actor.get(), AuditAction.SIGN_IN_FAILED, subject, canonicalEmail);
        if (waits) {
            audit.record(actor.get(), AuditAction.SIGN_IN_KEPT_OUT, subject, canonicalEmail);
        }
    }

    /** @param rehashed the password under today's costs; empty if the stored hash is still good @return the cookie of the new session */
    public String signedIn(long accountId, String rehashed) {
        Account account = em.find(Account.class, accountId);
        if (!rehashed.isEmpty()) {
            em.find(PasswordIdentity.class, accountId).rehash(rehashed);
        }
        account.signedIn(clock.instant());
        guard.succeeded(account.email().canonical());
        audit.record(actor.proved(accountId), AuditAction.SIGNED_IN, subject(accountId));
        return sessions.start(accountId);
    }

    public void signedOut(String token) {
        sessions.end(token).ifPresent(account -> audit.record(actor.proved(account), AuditAction.SIGNED_OUT, subject(account)));
    }

    /** Ends every other session and tells the owner by mail. @param keptSession the cookie of the session that stays; empty for none */
    public void changed(long accountId, String hash, Actor actor, AuditAction action, String keptSession) {
        Account account = em.find(Account.class, accountId);
        PasswordIdentity identity = em.find(PasswordIdentity.class, accountId);
        if (identity == null) {
            em.persist(new PasswordIdentity(accountId, hash, clock.instant()));
        } else {
            identity.change(hash, clock.instant());
        }
        audit.record(actor, action, subject(accountId));
        if (sessions.endAll(accountId, keptSession) > 0) {
            audit.record(actor, AuditAction.SESSIONS_ENDED, subject(accountId));
        }
        mails.order(new MailOrder(MailTemplate.PASSWORD_CHANGED, account.email().typed(), account.language(), 0, Map.of("name", account.name())));
    }

    static String subject(long accountId) {
        return "account:" + accountId;
    }
}
