package org.enrol.bulk.service;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;
import org.enrol.audit.service.CurrentActor;
import org.enrol.audit.service.NothingPersonal;
import org.enrol.bulk.model.BulkJob;
import org.enrol.bulk.model.BulkOrder;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.request.service.Work;
import org.enrol.request.service.WorkFilter;

/** What administrators order for many requests at once. The work itself is done by {@link BulkRunner}. */
@Stateless
@RolesAllowed("ADMINISTRATOR")
public class BulkOrders {

    private static final int PIECE = 1_000;
    /** As they are now: what changes before its turn is not forced. */
    private static final String ADD = """
            insert into bulk_item (job_id, request_id, seen_version, state)
            select :job, r.id, r.version, 'PENDING' from request r where r.id in (:ids) and r.status <> 'CLOSED' on conflict do nothing""";
    private static final String ADD_REFUSED = """
            insert into bulk_item (job_id, request_id, seen_version, state)
            select :job, r.id, r.version, 'PENDING' from bulk_item i join request r on r.id = i.request_id
            where i.job_id = :refused and i.state = 'REFUSED' and r.status <> 'CLOSED'""";

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Work work;
    @Inject
    AuditTrail audit;
    @Inject
    CurrentActor actor;
    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "enrol.bulk.four.eyes.from", defaultValue = "50")
    int fourEyesFrom;
    @Inject
    @ConfigProperty(name = "enrol.bulk.most", defaultValue = "10000")
    int most;

    /**
     * Prepares the action for everything that fits the filter and is open.
     *
     * @param filter as the address of the work list has it
     * @return the job, to be looked at and started
     * @throws EnrolException REQUEST_COMMENT_MISSING, REASON_LENGTH at "comment", REQUEST_ASSIGNEE_MISSING at "assignee"; BULK_NOTHING,
     *                        BULK_TOO_MANY
     */
    @NothingPersonal("the number of a job")
    public long prepare(BulkOrder order, String filter) {
        WorkFilter chosen = WorkFilter.parse(filter);
        BulkJob job = persisted(new BulkJob(order, chosen.query(), actor.get(), clock.instant()));
        int added = 0;
        List<Long> ids = work.ids(chosen, actor.accountId(), 0, PIECE);
        while (!ids.isEmpty() && added <= most) {
            added += add(job, ids);
            ids = work.ids(chosen, actor.accountId(), ids.get(ids.size() - 1), PIECE);
        }
        return ready(job, added);
    }

    /** Prepares the action for these. @throws EnrolException as the other */
    @NothingPersonal("the number of a job")
    public long prepare(BulkOrder order, Collection<Long> requests) {
        BulkJob job = persisted(new BulkJob(order, "", actor.get(), clock.instant()));
        return ready(job, requests.isEmpty() ? 0 : add(job, requests));
    }

    /** Prepares the same for what a finished or stopped job was refused. @throws EnrolException BULK_NOT_FOUND; BULK_NOTHING */
    @NothingPersonal("the number of a job")
    public long repeat(long id) {
        BulkJob job = persisted(BulkJob.again(locked(id), actor.get(), clock.instant()));
        return ready(job, em.createNativeQuery(ADD_REFUSED).setParameter("job", job.id()).setParameter("refused", id).executeUpdate());
    }

    private BulkJob persisted(BulkJob job) {
        em.persist(job);
        return job;
    }

    private int add(BulkJob job, Collection<Long> ids) {
        return em.createNativeQuery(ADD).setParameter("job", job.id()).setParameter("ids", ids).executeUpdate();
    }

    private long ready(BulkJob job, int added) {
        if (added == 0) {
            throw new EnrolException(ErrorCode.BULK_NOTHING);
        }
        if (added > most) {
            throw new EnrolException(ErrorCode.BULK_TOO_MANY);
        }
        job.holds(added, fourEyesFrom);
        return job.id();
    }

    /** @throws EnrolException BULK_NOT_FOUND; BULK_CHANGED_MEANWHILE if it is not the caller's, or started already */
    public void start(long id) {
        change(id, AuditAction.BULK_ORDERED, job -> job.start(actor.get()));
    }

    /** As the second administrator. @throws EnrolException BULK_NEEDS_SECOND_PERSON, BULK_CHANGED_MEANWHILE, BULK_NOT_FOUND */
    public void confirm(long id) {
        change(id, AuditAction.BULK_CONFIRMED, job -> job.confirm(actor.get()));
    }

    /** What has not begun never will. @throws EnrolException BULK_CHANGED_MEANWHILE, BULK_NOT_FOUND */
    public void discard(long id) {
        change(id, AuditAction.BULK_STOPPED, job -> job.discard(clock.instant()));
    }

    /** What is being done is still done, and nothing after it. @throws EnrolException BULK_CHANGED_MEANWHILE, BULK_NOT_FOUND */
    public void stop(long id) {
        change(id, AuditAction.BULK_STOPPED, BulkJob::stop);
    }

    /** @throws EnrolException BULK_CHANGED_MEANWHILE, BULK_NOT_FOUND */
    public void goOn(long id) {
        change(id, AuditAction.BULK_ORDERED, BulkJob::goOn);
    }

    private void change(long id, AuditAction action, Consumer<BulkJob> change) {
        BulkJob job = locked(id);
        change.accept(job);
        audit.record(actor.get(), action, subject(id), job.action() + " " + job.total());
    }

    private BulkJob locked(long id) {
        return Optional.ofNullable(em.find(BulkJob.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new EnrolException(ErrorCode.BULK_NOT_FOUND));
    }

    static String subject(long id) {
        return "bulk:" + id;
    }
}
