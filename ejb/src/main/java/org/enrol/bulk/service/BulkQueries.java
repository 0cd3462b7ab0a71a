package org.enrol.bulk.service;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.enrol.account.service.Names;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;
import org.enrol.audit.service.CurrentActor;
import org.enrol.audit.service.NothingPersonal;
import org.enrol.audit.service.StaffReads;
import org.enrol.bulk.model.BulkItem;
import org.enrol.bulk.model.BulkJob;
import org.enrol.bulk.service.BulkView.Counts;
import org.enrol.bulk.service.BulkView.Standing;
import org.enrol.bulk.service.BulkView.Step;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.request.model.RequestStatus;
import org.enrol.request.model.Transition;

/** Jobs over many requests as staff read them: how far they are, and what became of each request. */
@Stateless
@RolesAllowed({"ADMINISTRATOR", "AUDITOR"})
public class BulkQueries {

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Names names;
    @Inject
    AuditTrail audit;
    @Inject
    StaffReads reads;
    @Inject
    CurrentActor actor;

    /** The newest first. @param before the last one of the page before; 0 for the first page */
    @NothingPersonal("what administrators ordered, and their names")
    public List<BulkLine> jobs(long before, int most) {
        List<BulkJob> found = em.createQuery("select j from BulkJob j where j.id < :before order by j.id desc", BulkJob.class)
                .setParameter("before", before == 0 ? Long.MAX_VALUE : before).setMaxResults(most).getResultList();
        Map<Long, String> called = names.of(found.stream().map(job -> job.orderedBy().id()).collect(Collectors.toSet()));
        return found.stream().map(job -> new BulkLine(job.id(), job.action(), job.total(), job.status(), called.get(job.orderedBy().id()),
                job.orderedAt())).toList();
    }

    /** @throws EnrolException BULK_NOT_FOUND */
    @NothingPersonal("numbers, and the names of administrators")
    public BulkView job(long id) {
        BulkJob job = find(id);
        Map<Long, String> called = names.of(Stream.of(Optional.of(job.orderedBy().id()), job.assigneeId(), job.confirmedBy())
                .flatMap(Optional::stream).collect(Collectors.toSet()));
        Counts counts = counts(job);
        return new BulkView(id, job.action(), job.comment(), job.assigneeId().map(called::get).orElse(""), job.filter(), job.repeats().orElse(0L),
                job.status(), job.isFourEyes(), counts, called.get(job.orderedBy().id()), job.orderedAt(),
                job.confirmedBy().map(called::get).orElse(""), job.endedAt().orElse(null), standings(job), possible(job, counts));
    }

    /** @param state null for all @param after the last one of the page before; 0 for the first page */
    public List<BulkRow> items(long job, BulkItem.State state, long after, int most) {
        reads.note(BulkOrders.subject(job), "");
        return em.createQuery("""
                        select new org.enrol.bulk.service.BulkRow(i.id, r.id, r.reference, r.title, i.state, i.refusal, i.endedAt)
                        from BulkItem i join Request r on r.id = i.requestId
                        where i.job.id = :job and i.id > :after and i.state in :states order by i.id""", BulkRow.class)
                .setParameter("job", job).setParameter("after", after)
                .setParameter("states", state == null ? EnumSet.allOf(BulkItem.State.class) : EnumSet.of(state))
                .setMaxResults(most).getResultList();
    }

    /** Writes down that the results leave the system. @throws EnrolException BULK_NOT_FOUND */
    public void beginExport(long id) {
        audit.record(actor.get(), AuditAction.BULK_EXPORTED, BulkOrders.subject(find(id).id()));
    }

    private BulkJob find(long id) {
        return Optional.ofNullable(em.find(BulkJob.class, id)).orElseThrow(() -> new EnrolException(ErrorCode.BULK_NOT_FOUND));
    }

    private Counts counts(BulkJob job) {
        Map<BulkItem.State, Long> counted = em.createQuery("select i.state, count(i) from BulkItem i where i.job = :job group by i.state", Object[].class)
                .setParameter("job", job).getResultStream().collect(Collectors.toMap(row -> (BulkItem.State) row[0], row -> (Long) row[1]));
        return new Counts(job.total(), counted.getOrDefault(BulkItem.State.DONE, 0L), counted.getOrDefault(BulkItem.State.REFUSED, 0L));
    }

    private List<Standing> standings(BulkJob job) {
        if (job.status() != BulkJob.Status.PREPARED && job.status() != BulkJob.Status.WAITING) {
            return List.of();
        }
        return em.createQuery("""
                        select r.status, count(i) from BulkItem i join Request r on r.id = i.requestId where i.job = :job
                        group by r.status order by r.status""", Object[].class)
                .setParameter("job", job).getResultStream()
                .map(row -> new Standing((RequestStatus) row[0], (Long) row[1], fits(job, (RequestStatus) row[0]))).toList();
    }

    private static boolean fits(BulkJob job, RequestStatus status) {
        return Arrays.stream(Transition.values()).anyMatch(row -> row.action() == job.action() && row.from().contains(status));
    }

    private Set<Step> possible(BulkJob job, Counts counts) {
        if (!actor.is("ADMINISTRATOR")) {
            return Set.of();
        }
        boolean own = job.orderedBy().equals(actor.get());
        Set<Step> steps = switch (job.status()) {
            case PREPARED -> own ? EnumSet.of(Step.START, Step.DISCARD) : EnumSet.of(Step.DISCARD);
            case WAITING -> own ? EnumSet.of(Step.DISCARD) : EnumSet.of(Step.CONFIRM, Step.DISCARD);
            case RUNNING -> EnumSet.of(Step.STOP);
            case STOPPED -> EnumSet.of(Step.GO_ON);
            case DONE, DISCARDED -> EnumSet.noneOf(Step.class);
        };
        if (counts.refused() > 0 && job.status() != BulkJob.Status.RUNNING) {
            steps.add(Step.REPEAT);
        }
        return steps;
    }
}
