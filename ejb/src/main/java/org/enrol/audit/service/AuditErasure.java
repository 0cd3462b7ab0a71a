package org.enrol.audit.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.enrol.audit.model.Actor;
import org.enrol.audit.model.AuditAction;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;

/**
 * Erases what identifies people in the trail; the entries stay, and the chains stay whole. Each erasure is announced by an entry of the
 * same transaction, without which the database refuses it (V009) and the verifier would take it for tampering.
 */
@Stateless
@PermitAll
public class AuditErasure {

    private static final int BATCH = 5_000;
    /** Tells this lock from others of the same database: "eras" in ASCII. */
    private static final int LOCK = 0x65726173;
    private static final String DONE_UNTIL = """
            select coalesce((select substr(subject, 7)::timestamptz from audit_entry
            where action = 'PERSONAL_DATA_ERASED' and subject like 'until:%' order by at desc, id desc limit 1), timestamptz 'epoch')""";

    /** As the database sees it, too. What staff did is kept until it is old enough, whatever becomes of them. */
    private static final String CLOSED = """
            select 1 from account a where a.id = :id and a.status <> 'ACTIVE'
            and not exists (select from account_role r where r.account_id = a.id and r.role not in ('BUYER', 'SUPPLIER', 'RESEARCHER'))""";

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    AuditTrail audit;
    @Inject
    CurrentActor actor;

    /** How many entries from before that moment still have a personal part; for a dry run. Reads them all. */
    public long due(Instant before) {
        return count(doneUntil(), before);
    }

    /**
     * Erases the oldest that are due, in a transaction of its own.
     *
     * @return how many; 0 if nothing is due any more, or if another node is at it
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public long eraseBatch(Instant before) {
        if (!isAlone()) {
            return 0;
        }
        Instant done = doneUntil();
        Instant until = endOfBatch(done, before);
        return until == null ? 0 : erase(audit.system(), Erasures.UNTIL + until, count(done, until.plusNanos(1_000)) + " entries");
    }

    /**
     * Erases what a closed account did and what was done to it, its sign-up included. What was written within the last second or two is not
     * sealed yet and stays.
     *
     * @return how many entries
     * @throws EnrolException ACCOUNT_NOT_CLOSED while the person can still sign in, of staff, or if there is no such account
     */
    @RolesAllowed("ADMINISTRATOR")
    public long eraseAccount(long account) {
        if (em.createNativeQuery(CLOSED, Integer.class).setParameter("id", account).getResultList().isEmpty()) {
            throw new EnrolException(Refusal.at("account", ErrorCode.ACCOUNT_NOT_CLOSED));
        }
        List<String> signUps = em.createNativeQuery("select 'registration:' || id from registration where account_id = :id", String.class)
                .setParameter("id", account).getResultList();
        Actor by = actor.get();
        return Stream.concat(Stream.of("account:" + account), signUps.stream()).mapToLong(subject -> erase(by, subject, "")).sum();
    }

    private long erase(Actor by, String subject, String detail) {
        long announcement = audit.record(by, AuditAction.PERSONAL_DATA_ERASED, subject, detail);
        em.flush();
        return ((Number) em.createNativeQuery("select audit_erase(:announcement)", Long.class).setParameter("announcement", announcement)
                .getSingleResult()).longValue();
    }

    private boolean isAlone() {
        return (Boolean) em.createNativeQuery("select pg_try_advisory_xact_lock(:lock, 0)", Boolean.class).setParameter("lock", LOCK)
                .getSingleResult();
    }

    private Instant doneUntil() {
        return (Instant) em.createNativeQuery(DONE_UNTIL, Instant.class).getSingleResult();
    }

    /** Null if nothing is due. */
    private Instant endOfBatch(Instant done, Instant before) {
        return (Instant) em.createNativeQuery("""
                        select max(at) from (select at from audit_entry where id > 0 and at > :done and at < :before order by at limit :most) batch""",
                        Instant.class)
                .setParameter("done", done).setParameter("before", before).setParameter("most", BATCH).getSingleResult();
    }

    private long count(Instant after, Instant before) {
        return ((Number) em.createNativeQuery("""
                        select count(*) from audit_entry e join audit_personal p on p.entry_id = e.id
                        where e.id > 0 and e.at > :after and e.at < :before""", Long.class)
                .setParameter("after", after).setParameter("before", before).getSingleResult()).longValue();
    }
}
