package org.enrol.request.model;

import java.util.function.BiPredicate;
import org.enrol.error.ErrorCode;

/** A condition on a row of the workflow. Pure: reads, never calls out, never changes. */
public enum Guard {

    /** Nobody handles what he owns or benefits from, nor is it handed to him. */
    NOT_OWN(ErrorCode.REQUEST_OWN, (request, act) -> request.isOwnedBy(act.party().actor()) || request.isOwnedBy(act.assignee())),

    /** Where the type asks for four eyes, who approved does not complete. */
    SECOND_PERSON(ErrorCode.REQUEST_NEEDS_SECOND_PERSON,
            (request, act) -> request.type().asksForFourEyes() && request.isApprovedBy(act.party().actor())),

    /** A request that follows another waits for the system to release it. */
    NOT_HELD(ErrorCode.REQUEST_HELD, (request, act) -> request.isHeld()),

    /** An administrator who ends or revives somebody else's request says why. */
    EXPLAINED(ErrorCode.REQUEST_COMMENT_MISSING, (request, act) -> act.comment().isEmpty()),

    /** What was done cannot be undone by opening it again. */
    UNSUCCESSFUL(ErrorCode.REQUEST_ACTION_NOT_NOW,
            (request, act) -> request.outcome() != Outcome.REJECTED && request.outcome() != Outcome.WITHDRAWN),

    /** Somebody has to be named, and another one than has it already. */
    NEW_ASSIGNEE(ErrorCode.REQUEST_ASSIGNEE_MISSING, (request, act) -> act.assignee() == 0 || request.isAssignedTo(act.assignee())),

    /** Who gives a request back names nobody. */
    NOBODY_NAMED(ErrorCode.REQUEST_ACTION_NOT_NOW, (request, act) -> act.assignee() != 0);

    private final ErrorCode code;
    private final BiPredicate<Request, Act> refuses;

    Guard(ErrorCode code, BiPredicate<Request, Act> refuses) {
        this.code = code;
        this.refuses = refuses;
    }

    boolean refuses(Request request, Act act) {
        return refuses.test(request, act);
    }

    ErrorCode code() {
        return code;
    }
}
