package org.enrol.request.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.enrol.audit.model.Actor;

/** One line of a request's history: immutable, numbered without gaps; the application's role can only insert it. */
@Entity
public class RequestEvent {

    /** What happened, before it is written down. */
    record Step(Actor actor, String action, RequestStatus from, Long assigneeBefore, String comment) {
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "request_id", updatable = false)
    private Request request;
    /** From 1 on, within its request: times can be equal, numbers cannot. */
    @Column(nullable = false, updatable = false)
    private int number;
    @Column(nullable = false, updatable = false)
    private Instant at;
    @Column(nullable = false, updatable = false)
    private String actor;
    /** CREATE, a {@link RequestAction} or a {@link SystemEvent}. */
    @Column(nullable = false, updatable = false)
    private String action;
    /** Null for the creation. */
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private RequestStatus fromStatus;
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private RequestStatus toStatus;
    @Column(updatable = false)
    private Long assigneeBefore;
    @Column(updatable = false)
    private Long assigneeAfter;
    @Column(nullable = false, updatable = false)
    private String comment;

    protected RequestEvent() {
    }

    RequestEvent(Request request, Step step, Instant at) {
        this.request = request;
        this.number = request.nextEvent();
        this.at = at;
        this.actor = step.actor().toString();
        this.action = step.action();
        this.fromStatus = step.from();
        this.toStatus = request.status();
        this.assigneeBefore = step.assigneeBefore();
        this.assigneeAfter = request.assigneeId().orElse(null);
        this.comment = step.comment();
    }

    /** The first line of every history. */
    public static RequestEvent created(Request request, Actor by) {
        return new RequestEvent(request, new Step(by, "CREATE", null, null, ""), request.createdAt());
    }

    public Request request() {
        return request;
    }

    public int number() {
        return number;
    }

    public Instant at() {
        return at;
    }

    public String actor() {
        return actor;
    }

    public String action() {
        return action;
    }

    public Optional<RequestStatus> from() {
        return Optional.ofNullable(fromStatus);
    }

    public RequestStatus to() {
        return toStatus;
    }

    public Optional<Long> assigneeAfter() {
        return Optional.ofNullable(assigneeAfter);
    }

    /** As staff read it. */
    public String comment() {
        return comment;
    }

    /** As the applicant may read it; empty where staff wrote it to each other, as a hand-over note. */
    public String commentForApplicant() {
        boolean told = Arrays.stream(RequestAction.values()).anyMatch(known -> known.name().equals(action) && known.tellsApplicant());
        return told ? comment : "";
    }
}
