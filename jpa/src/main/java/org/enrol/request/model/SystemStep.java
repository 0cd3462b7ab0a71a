package org.enrol.request.model;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The system's part of the workflow, row by row as in {@link Transition}: what happens, from where, where it leads. Nobody does it, so there is
 * neither role nor guard.
 *
 * <p>Source: researcher.md 1.8, T4, T14 and T19, R18 and R43.
 */
public enum SystemStep {

    BEGIN("T4", SystemEvent.RELEASE, RequestStatus.DRAFT, null, RequestStatus.AWAITING_PICKUP, null),
    FAIL_WITH_FORMER("T4'", SystemEvent.CASCADE, RequestStatus.DRAFT, null, RequestStatus.CLOSED, Outcome.PREDECESSOR_FAILED),
    WAIT_AGAIN("T19'", SystemEvent.CASCADE, RequestStatus.CLOSED, Outcome.PREDECESSOR_FAILED, RequestStatus.DRAFT, null),
    TAKE_AS_ACKNOWLEDGED("T14'", SystemEvent.EXPIRE, RequestStatus.COMPLETE_AWAITING_ACKNOWLEDGEMENT, null, RequestStatus.CLOSED, Outcome.COMPLETED),
    GIVE_UP_WAITING("T18'", SystemEvent.EXPIRE, RequestStatus.RETURNED, null, RequestStatus.CLOSED, Outcome.EXPIRED),
    END_WITH_ANOTHER("T18''", SystemEvent.CASCADE, EnumSet.complementOf(EnumSet.of(RequestStatus.COMPLETE_AWAITING_ACKNOWLEDGEMENT,
            RequestStatus.CLOSED)), null, RequestStatus.CLOSED, Outcome.SUPERSEDED);

    private final String source;
    private final SystemEvent event;
    private final Set<RequestStatus> from;
    private final Outcome formerOutcome;
    private final RequestStatus to;
    private final Outcome outcome;

    SystemStep(String source, SystemEvent event, RequestStatus from, Outcome formerOutcome, RequestStatus to, Outcome outcome) {
        this(source, event, EnumSet.of(from), formerOutcome, to, outcome);
    }

    SystemStep(String source, SystemEvent event, EnumSet<RequestStatus> from, Outcome formerOutcome, RequestStatus to, Outcome outcome) {
        this.source = source;
        this.event = event;
        this.from = Set.copyOf(from);
        this.formerOutcome = formerOutcome;
        this.to = to;
        this.outcome = outcome;
    }

    /** What a step of a request means for the one that waits for it; empty for most. */
    public static Optional<SystemStep> following(RequestEvent former) {
        if (former.to() == RequestStatus.COMPLETE_AWAITING_ACKNOWLEDGEMENT) {
            return Optional.of(BEGIN);
        }
        if (former.to() == RequestStatus.CLOSED && !former.request().isComplete()) {
            return Optional.of(FAIL_WITH_FORMER);
        }
        return former.from().filter(RequestStatus.CLOSED::equals).map(closed -> WAIT_AGAIN);
    }

    /** Whether a request stands where the row begins. */
    public boolean fits(Request request) {
        return from.contains(request.status()) && request.outcome() == formerOutcome;
    }

    /** Its number in the table that the workflow follows. */
    public String source() {
        return source;
    }

    public SystemEvent event() {
        return event;
    }

    public Set<RequestStatus> from() {
        return from;
    }

    public RequestStatus to() {
        return to;
    }

    /** Null where it stays open. */
    public Outcome outcome() {
        return outcome;
    }
}
