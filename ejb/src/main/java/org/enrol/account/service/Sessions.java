package org.enrol.account.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.enrol.account.model.Account;
import org.enrol.account.model.Role;
import org.enrol.account.model.SignInSession;
import org.enrol.audit.service.Origin;
import org.enrol.secret.SecretKeys;

/** The browsers that are signed in. Read at every request, so that what is ended or changed holds at once, on every node. */
@Stateless
@PermitAll
public class Sessions {

    private static final int TOKEN_BYTES = 32;

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Origin origin;
    /** A bean's call of itself would ignore its transaction attributes. */
    @EJB
    Sessions self;

    /** @return the value of the cookie; only its hash is kept */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public String start(long accountId) {
        String token = SecretKeys.random(TOKEN_BYTES);
        em.persist(new SignInSession(SecretKeys.digest(token), accountId, origin.address(), origin.browser(), clock.instant()));
        if (!origin.network().isEmpty()) {
            em.createNativeQuery("insert into known_network (account_id, network) values (:account, :network) on conflict do nothing")
                    .setParameter("account", accountId).setParameter("network", origin.network()).executeUpdate();
        }
        return token;
    }

    /**
     * Who is signed in with this cookie; empty if the session is over or the account no longer active. One read without a transaction.
     *
     * @param byPerson whether somebody did something; a page that renews itself keeps nobody signed in
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Person> find(String token, boolean byPerson) {
        return em.createQuery("""
                        select s, a from SignInSession s join Account a on a.id = s.accountId left join fetch a.roles
                        where s.tokenHash = :hash""", Object[].class)
                .setParameter("hash", SecretKeys.digest(token))
                .getResultStream().findFirst()
                .flatMap(row -> alive(token, byPerson, (SignInSession) row[0], (Account) row[1]));
    }

    private Optional<Person> alive(String token, boolean byPerson, SignInSession session, Account account) {
        Instant now = clock.instant();
        if (!account.isActive() || session.isOver(idle(account), now)) {
            self.end(token);
            return Optional.empty();
        }
        if (byPerson && session.isDueForSeen(now)) {
            self.seen(token);
        }
        return Optional.of(new Person(account.id(), account.name(), account.email().typed(), account.language(), account.roles()));
    }

    /** The strictest of the person's roles. */
    private static Duration idle(Account account) {
        return account.roles().stream().map(Role::idle).min(Comparator.naturalOrder()).orElseGet(Role.BUYER::idle);
    }

    /** Notes that the browser is still there. */
    public void seen(String token) {
        Optional.ofNullable(em.find(SignInSession.class, SecretKeys.digest(token))).ifPresent(session -> session.seen(clock.instant()));
    }

    /** @return whose session it was; empty if it was over already */
    public Optional<Long> end(String token) {
        SignInSession session = em.find(SignInSession.class, SecretKeys.digest(token));
        if (session == null) {
            return Optional.empty();
        }
        em.remove(session);
        return Optional.of(session.accountId());
    }

    /** @param except the cookie of the session that stays; empty for none @return how many were ended */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public int endAll(long accountId, String except) {
        return em.createQuery("delete from SignInSession s where s.accountId = :account and s.tokenHash <> :except")
                .setParameter("account", accountId).setParameter("except", SecretKeys.digest(except)).executeUpdate();
    }

    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public List<SignInSession> of(long accountId) {
        return em.createQuery("select s from SignInSession s where s.accountId = :account order by s.lastSeenAt desc", SignInSession.class)
                .setParameter("account", accountId).getResultList();
    }

    public boolean isKnown(long accountId, String network) {
        return !em.createNativeQuery("select 1 from known_network where account_id = :account and network = :network", Integer.class)
                .setParameter("account", accountId).setParameter("network", network).getResultList().isEmpty();
    }

    /** Drops sessions that are over whatever the role. @return how many */
    public int sweep() {
        return em.createQuery("delete from SignInSession s where s.startedAt < :over")
                .setParameter("over", clock.instant().minus(SignInSession.LONGEST)).executeUpdate();
    }
}
