package org.enrol.bulk.model;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.enrol.audit.model.Actor;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.request.model.RequestAction;

/**
 * One action over many requests, ordered by one administrator. It is prepared and looked at, started, confirmed by a second administrator
 * where it decides about many, and can be stopped and go on.
 *
 * <p>Source: quality 1.6 number 60, and number 44 (four eyes).
 */
@Entity
public class BulkJob {

    /** PREPARED: nobody has started it; WAITING: for a second administrator. */
    public enum Status { PREPARED, WAITING, RUNNING, STOPPED, DONE, DISCARDED }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private RequestAction action;
    @Column(nullable = false, updatable = false)
    private String comment;
    /** Null unless the action is ASSIGN. */
    @Column(updatable = false)
    private Long assigneeId;
    /** What was chosen, as the address of the work list has it; empty for requests that were ticked one by one. */
    @Column(nullable = false, updatable = false)
    private String filter;
    /** The job whose refused requests it tries again; null for none. */
    @Column(updatable = false)
    private Long repeats;
    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Status status = Status.PREPARED;
    private boolean fourEyes;
    private int total;
    /** Whoever the container said it was, kept so that what is done later is done by the same. */
    @Embedded
    @AttributeOverride(name = "kind", column = @Column(name = "ordered_by_kind", nullable = false, updatable = false))
    @AttributeOverride(name = "id", column = @Column(name = "ordered_by", nullable = false, updatable = false))
    private Actor orderedBy;
    @Column(nullable = false, updatable = false)
    private Instant orderedAt;
    private Long confirmedBy;
    private Instant endedAt;
    @Version
    private long version;

    protected BulkJob() {
    }

    /** @throws EnrolException REQUEST_ACTION_NOT_NOW if the action is not offered; REQUEST_COMMENT_MISSING, REQUEST_ASSIGNEE_MISSING */
    public BulkJob(BulkOrder order, String filter, Actor by, Instant at) {
        order.check();
        this.action = order.action();
        this.comment = order.comment();
        this.assigneeId = order.assignee() == 0 ? null : order.assignee();
        this.filter = filter;
        this.orderedBy = by;
        this.orderedAt = at;
    }

    /** The same for what was refused. */
    public static BulkJob again(BulkJob refused, Actor by, Instant at) {
        BulkJob again = new BulkJob(new BulkOrder(refused.action, refused.comment, refused.assigneeId().orElse(0L)), refused.filter, by, at);
        again.repeats = refused.id;
        return again;
    }

    /** @param fourEyesFrom from so many requests on, a second administrator has to agree if it decides something */
    public void holds(int requests, int fourEyesFrom) {
        total = requests;
        fourEyes = BulkOrder.DECIDING.contains(action) && requests >= fourEyesFrom;
    }

    public void start(Actor by) {
        require(status == Status.PREPARED && orderedBy.equals(by));
        status = fourEyes ? Status.WAITING : Status.RUNNING;
    }

    /** @throws EnrolException BULK_NEEDS_SECOND_PERSON if it was ordered by this one */
    public void confirm(Actor by) {
        require(status == Status.WAITING);
        if (orderedBy.equals(by)) {
            throw new EnrolException(ErrorCode.BULK_NEEDS_SECOND_PERSON);
        }
        confirmedBy = by.id();
        status = Status.RUNNING;
    }

    public void discard(Instant at) {
        require(status == Status.PREPARED || status == Status.WAITING);
        end(Status.DISCARDED, at);
    }

    public void stop() {
        require(status == Status.RUNNING);
        status = Status.STOPPED;
    }

    public void goOn() {
        require(status == Status.STOPPED);
        status = Status.RUNNING;
    }

    /** Nothing is left to do. */
    public void finish(Instant at) {
        require(status == Status.RUNNING);
        end(Status.DONE, at);
    }

    private void end(Status how, Instant at) {
        status = how;
        endedAt = at;
    }

    private static void require(boolean now) {
        if (!now) {
            throw new EnrolException(ErrorCode.BULK_CHANGED_MEANWHILE);
        }
    }

    public boolean isRunning() {
        return status == Status.RUNNING;
    }

    public long id() {
        return id;
    }

    public RequestAction action() {
        return action;
    }

    public String comment() {
        return comment;
    }

    public Optional<Long> assigneeId() {
        return Optional.ofNullable(assigneeId);
    }

    public String filter() {
        return filter;
    }

    public Optional<Long> repeats() {
        return Optional.ofNullable(repeats);
    }

    public Status status() {
        return status;
    }

    public boolean isFourEyes() {
        return fourEyes;
    }

    public int total() {
        return total;
    }

    public Actor orderedBy() {
        return orderedBy;
    }

    public Instant orderedAt() {
        return orderedAt;
    }

    public Optional<Long> confirmedBy() {
        return Optional.ofNullable(confirmedBy);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
