package org.enrol.bulk.service;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

import org.enrol.account.model.Account;
import org.enrol.account.model.Role;
import org.enrol.account.service.Accounts;
import org.enrol.audit.service.Origin;
import org.enrol.bulk.model.BulkItem;
import org.enrol.bulk.model.BulkJob;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.request.service.RequestActs;

/**
 * The steps of running jobs, a transaction each. The lock of an item's row keeps two nodes off one item: if a node dies the database takes the
 * lock from it, undoes what it had begun, and another node does it.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BulkItems {

    private static final int SKIP_LOCKED = -2;

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    RequestActs acts;
    @Inject
    Accounts accounts;
    @Inject
    Origin origin;
    @Inject
    Clock clock;

    /** The next items of running jobs, the oldest job first. */
    public List<Long> pending(int most) {
        return em.createQuery("select i.id from BulkItem i where i.job.status = :running and i.state = :pending order by i.job.id, i.id", Long.class)
                .setParameter("running", BulkJob.Status.RUNNING).setParameter("pending", BulkItem.State.PENDING)
                .setMaxResults(most).getResultList();
    }

    /**
     * Does one item, in the name of whoever ordered it; nothing if another node has it, or the job was stopped.
     *
     * @throws EnrolException what refuses it; nothing has changed then
     */
    public void perform(long id) {
        Optional<BulkItem> free = locked(id).filter(item -> item.job().isRunning());
        if (free.isEmpty()) {
            return;
        }
        BulkItem item = free.get();
        BulkJob job = item.job();
        origin.set("", "", "bulk-" + job.id(), "");
        accounts.find(job.orderedBy().id()).filter(Account::isActive).filter(account -> account.has(Role.ADMINISTRATOR))
                .orElseThrow(() -> new EnrolException(ErrorCode.ROLE_REQUIRED));
        acts.perform(item.requestId(), item.seenVersion(), job.action(), job.comment(), job.assigneeId().orElse(0L), job.orderedBy());
        item.done(clock.instant());
    }

    public void refused(long id, ErrorCode why) {
        locked(id).ifPresent(item -> item.refused(why, clock.instant()));
    }

    /** A fault that is not the request's kept it from being done. */
    public void failed(long id) {
        locked(id).ifPresent(item -> item.failed(clock.instant()));
    }

    /** Ends the jobs that have nothing left to do. */
    public void finish() {
        em.createQuery("""
                        select j from BulkJob j where j.status = :running
                        and not exists (select 1 from BulkItem i where i.job = j and i.state = :pending)""", BulkJob.class)
                .setParameter("running", BulkJob.Status.RUNNING).setParameter("pending", BulkItem.State.PENDING)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .getResultList().forEach(job -> job.finish(clock.instant()));
    }

    /** Empty if it is done, or another node has it. */
    private Optional<BulkItem> locked(long id) {
        return em.createQuery("select i from BulkItem i where i.id = :id and i.state = :pending", BulkItem.class)
                .setParameter("id", id).setParameter("pending", BulkItem.State.PENDING)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .getResultStream().findFirst();
    }
}
