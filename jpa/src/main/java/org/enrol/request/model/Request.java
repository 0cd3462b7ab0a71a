package org.enrol.request.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.enrol.audit.model.Actor;
import org.enrol.calendar.model.WorkingTime;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;

/**
 * Something that people decide, from its first word to its end. Its status changes only by {@link #perform} and {@link #undergo}; each change
 * gives exactly one {@link RequestEvent}, which the caller keeps in the same transaction. What it asks for in detail is the journey's; the
 * engine knows the type, the target and who is concerned.
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
    /** Until when staff should have decided; null while somebody else has the ball. */
    private Instant dueAt;
    /** Since when the staff's clock runs; null while it stands still. */
    private Instant clockSince;
    /** Working time in seconds that staff had left then; null before the first start and after the end. */
    private Long clockLeft;
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
        this.openKey = asked.openKey();
        this.previousRequestId = asked.former() == 0 ? null : asked.former();
        this.createdAt = at;
        this.changedAt = at;
    }

    /** What these people may do now, without saying anything yet; the pages show it, the services enforce it. */
    public Set<RequestAction> possible(Party party) {
        Set<RequestAction> possible = EnumSet.noneOf(RequestAction.class);
        Arrays.stream(RequestAction.values()).filter(action -> !rows(action, party).isEmpty())
                .filter(action -> obstacle(action, party).filter(ErrorCode.REQUEST_ACTION_NOT_NOW::equals).isEmpty())
                .forEach(possible::add);
        return possible;
    }

    /** Why this action would be refused even with a comment, so that a page can tell what is missing; empty if it would not. */
    public Optional<ErrorCode> obstacle(RequestAction action, Party party) {
        Act act = new Act(action, party, "-", Long.MAX_VALUE, changedAt);
        return Transition.refusal(rows(action, party), this, act);
    }

    /** Whether these people may put it back into the queue, by assigning it to nobody. */
    public boolean canBeGivenBack(Party party) {
        List<Transition> rows = rows(RequestAction.ASSIGN, party);
        return !rows.isEmpty() && Transition.refusal(rows, this, new Act(RequestAction.ASSIGN, party, "-", 0, changedAt)).isEmpty();
    }

    /** @throws EnrolException what refuses it; nothing has changed then */
    public RequestEvent perform(Act act) {
        Transition row = Transition.allowed(rows(act.action(), act.party()), this, act);
        RequestEvent.Step step = new RequestEvent.Step(act.party().actor(), act.action().name(), status, assigneeId, act.comment());
        RequestStatus to = row.to(status);
        takeHands(to, act);
        enter(to, to.isOpen() ? null : outcomeOf(act.action()), act.at());
        return new RequestEvent(this, step, act.at());
    }

    /**
     * What the system does to it.
     *
     * @param because what caused it, as the reference of another request
     * @throws EnrolException REQUEST_ACTION_NOT_NOW if it does not stand where the row begins; nothing has changed then
     */
    public RequestEvent undergo(SystemStep row, Actor system, String because, Instant at) {
        if (!row.fits(this)) {
            throw new EnrolException(ErrorCode.REQUEST_ACTION_NOT_NOW);
        }
        RequestEvent.Step step = new RequestEvent.Step(system, row.event().name(), status, assigneeId, because);
        enter(row.to(), row.outcome(), at);
        return new RequestEvent(this, step, at);
    }

    private List<Transition> rows(RequestAction action, Party party) {
        Set<RequestRole> roles = EnumSet.noneOf(RequestRole.class);
        roles.addAll(party.roles());
        if (roles.contains(RequestRole.ADMINISTRATOR) && isAssignedTo(party.actor().id())) {
            roles.add(RequestRole.ASSIGNEE);
        }
        return Transition.rows(type, status, action, roles);
    }

    /** Whose it is now, and whose approval counts: after a reopening an old one must not count for what may have changed. */
    private void takeHands(RequestStatus to, Act act) {
        long actor = act.party().actor().id();
        switch (act.action()) {
            case ASSIGN -> assigneeId = act.assignee() == 0 ? null : act.assignee();
            case RECORD_ADMIN_APPROVAL, RECORD_MANAGEMENT_APPROVAL, RECORD_GOVERNANCE_APPROVAL, SUBMIT -> approvedBy = actor;
            case RETURN_TO_AUTHOR -> assigneeId = null;
            case REOPEN -> {
                assigneeId = null;
                approvedBy = null;
            }
            default -> { }
        }
        if (to == RequestStatus.COMPLETE_AWAITING_ACKNOWLEDGEMENT) {
            completedBy = actor;
        }
    }

    private void enter(RequestStatus to, Outcome end, Instant at) {
        status = to;
        outcome = end;
        openKey = to.isOpen() ? NewRequest.openKey(type, target) : null;
        changedAt = at;
    }

    private static Outcome outcomeOf(RequestAction action) {
        return switch (action) {
            case ACKNOWLEDGE -> Outcome.COMPLETED;
            case REJECT -> Outcome.REJECTED;
            default -> Outcome.WITHDRAWN;
        };
    }

    /**
     * The staff's clock runs while they have the ball and stands still while somebody else has it. To be called after each step.
     *
     * @param allowed how much working time staff have in all
     */
    public void keepTime(WorkingTime time, Duration allowed, Instant at) {
        boolean withStaff = status.ball() == RequestStatus.Ball.STAFF;
        if (withStaff && clockSince == null) {
            clockSince = at;
            clockLeft = clockLeft == null ? allowed.toSeconds() : clockLeft;
            dueAt = time.after(clockSince, Duration.ofSeconds(clockLeft));
        } else if (!withStaff && clockSince != null) {
            clockLeft = Math.max(0, clockLeft - time.between(clockSince, at).toSeconds());
            clockSince = null;
            dueAt = null;
        }
        if (!status.isOpen()) {
            clockLeft = null;
        }
    }

    /** When it is due by another calendar; empty while the clock stands still. */
    public Optional<Instant> dueBy(WorkingTime time) {
        return Optional.ofNullable(clockSince).map(since -> time.after(since, Duration.ofSeconds(clockLeft)));
    }

    /** The next number of its history. */
    int nextEvent() {
        return ++events;
    }

    /** @throws EnrolException if somebody has changed it since the page was shown */
    public void expect(long seenVersion) {
        if (version != seenVersion) {
            throw new EnrolException(ErrorCode.REQUEST_CHANGED_MEANWHILE);
        }
    }

    public boolean isOwnedBy(Actor actor) {
        return actor.kind() == Actor.Kind.ACCOUNT && isOwnedBy(actor.id());
    }

    boolean isOwnedBy(long accountId) {
        return ownerId != null && ownerId == accountId;
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

    public boolean asks(RequestType forType, String forTarget) {
        return type == forType && target.equals(forTarget);
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

    public Optional<Long> completedBy() {
        return Optional.ofNullable(completedBy);
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

    /** Since when the staff's clock runs; null while it stands still. */
    public Instant clockSince() {
        return clockSince;
    }

    public long version() {
        return version;
    }
}
