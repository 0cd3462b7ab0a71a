package org.enrol.request.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.enrol.audit.model.Actor;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;

/**
 * Something that people decide, from its first word to its end. Its status changes only by {@link #perform} and by what the system does;
 * each change gives exactly one {@link RequestEvent}, which the caller keeps in the same transaction. What it asks for in detail is the
 * journey's; the engine knows the type, the target and who is concerned.
 */
@Entity
public class Request {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    /** What people quote. */
    @Column(nullable = false, updatable = false)
    private String reference;
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private RequestType type;
    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private RequestStatus status;
    /** Null while open. */
    @Enumerated(EnumType.STRING)
    private Outcome outcome;
    /** What it is about in canonical form, as a domain. */
    @Column(nullable = false, updatable = false)
    private String target;
    /** What the lists show. */
    @Column(nullable = false)
    private String title;
    /** Null where the type has applicants without account. */
    private Long ownerId;
    /** Null while nobody has taken it. */
    private Long assigneeId;
    /** Who recorded the approval; null before. */
    private Long approvedBy;
    /** Who completed it; null before. */
    private Long completedBy;
    /** Type and target while open, null afterwards: the unique index is the rule that a thing is asked once. */
    private String openKey;
    /** The request that has to be complete before this one begins; null for none. */
    @Column(updatable = false)
    private Long previousRequestId;
    @Column(nullable = false, updatable = false)
    private Instant createdAt;
    @Column(nullable = false)
    private Instant changedAt;
    /** Until when staff should have decided; null while the applicant has the ball. */
    private Instant dueAt;
    @Column(nullable = false)
    private int events;
    @Version
    private long version;

    protected Request() {
    }

    public Request(NewRequest asked, Instant at) {
        this.reference = asked.reference();
        this.type = asked.type();
        this.target = asked.target();
        this.title = asked.title();
        this.ownerId = asked.owner() == 0 ? null : asked.owner();
        this.status = RequestStatus.DRAFT;
        this.openKey = type.name() + ":" + target;
        this.createdAt = at;
        this.changedAt = at;
    }

    /** What these people may do now, without saying anything yet; the pages show it, the services enforce it. */
    public Set<RequestAction> possible(Party party) {
        Set<RequestAction> possible = EnumSet.noneOf(RequestAction.class);
        Arrays.stream(RequestAction.values())
                .filter(action -> row(action, party).isPresent())
                .forEach(possible::add);
        return possible;
    }

    /** Why this action would be refused even with a comment, so that a page can tell what is missing; empty if it would not. */
    public Optional<ErrorCode> obstacle(RequestAction action, Party party) {
        Act act = new Act(action, party, "-", Long.MAX_VALUE, changedAt);
        return row(action, party).flatMap(row -> row.refusal(this, act));
    }

    /** @throws EnrolException what refuses it; nothing has changed then */
    public RequestEvent perform(Act act) {
        Transition row = row(act.action(), act.party()).orElseThrow(() -> new EnrolException(ErrorCode.REQUEST_ACTION_NOT_NOW));
        row.refusal(this, act).ifPresent(code -> {
            throw new EnrolException(code);
        });
        RequestStatus from = status;
        Long assigneeBefore = assigneeId;
        move(row.to(status), act);
        return new RequestEvent(this, new RequestEvent.Step(act.party().actor(), act.action().name(), from, assigneeBefore, act.comment()), act.at());
    }

    private Optional<Transition> row(RequestAction action, Party party) {
        Set<RequestRole> roles = EnumSet.noneOf(RequestRole.class);
        roles.addAll(party.roles());
        if (roles.contains(RequestRole.ADMINISTRATOR) && isAssignedTo(party.actor().id())) {
            roles.add(RequestRole.ASSIGNEE);
        }
        return Transition.find(this, action, roles);
    }

    private void move(RequestStatus to, Act act) {
        switch (act.action()) {
            case ASSIGN -> assigneeId = act.assignee();
            case RECORD_ADMIN_APPROVAL, RECORD_GOVERNANCE_APPROVAL, SUBMIT -> approvedBy = act.party().actor().id();
            case COMPLETE -> completedBy = act.party().actor().id();
            case RETURN_TO_AUTHOR -> assigneeId = null;
            case REOPEN -> reopen();
            default -> { }
        }
        status = to;
        outcome = to == RequestStatus.CLOSED ? outcomeOf(act.action()) : null;
        openKey = to.isOpen() ? type.name() + ":" + target : null;
        changedAt = act.at();
        if (to.ball() != RequestStatus.Ball.STAFF) {
            dueAt = null;
        }
    }

    /** Begins anew: an old approval must not count for what may have changed. */
    private void reopen() {
        assigneeId = null;
        approvedBy = null;
    }

    private static Outcome outcomeOf(RequestAction action) {
        return switch (action) {
            case ACKNOWLEDGE -> Outcome.COMPLETED;
            case REJECT -> Outcome.REJECTED;
            default -> Outcome.WITHDRAWN;
        };
    }

    /** The next number of its history. */
    int nextEvent() {
        return ++events;
    }

    /** The staff's clock starts or goes on. */
    public void due(Instant at) {
        dueAt = at;
    }

    /** @throws EnrolException if somebody has changed it since the page was shown */
    public void expect(long seenVersion) {
        if (version != seenVersion) {
            throw new EnrolException(ErrorCode.REQUEST_CHANGED_MEANWHILE);
        }
    }

    public boolean isOwnedBy(Actor actor) {
        return actor.kind() == Actor.Kind.ACCOUNT && ownerId != null && ownerId == actor.id();
    }

    public boolean isAssignedTo(long accountId) {
        return assigneeId != null && assigneeId == accountId;
    }

    boolean isApprovedBy(Actor actor) {
        return actor.kind() == Actor.Kind.ACCOUNT && approvedBy != null && approvedBy == actor.id();
    }

    /** Whether it still waits for the one before. */
    boolean isHeld() {
        return previousRequestId != null && status == RequestStatus.DRAFT;
    }

    public boolean isComplete() {
        return status == RequestStatus.COMPLETE_AWAITING_ACKNOWLEDGEMENT || outcome == Outcome.COMPLETED;
    }

    public long id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    public RequestType type() {
        return type;
    }

    public RequestStatus status() {
        return status;
    }

    /** Null while open. */
    public Outcome outcome() {
        return outcome;
    }

    public String target() {
        return target;
    }

    public String title() {
        return title;
    }

    public Optional<Long> assigneeId() {
        return Optional.ofNullable(assigneeId);
    }

    public Optional<Long> approvedBy() {
        return Optional.ofNullable(approvedBy);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }

    public long version() {
        return version;
    }
}
