package org.enrol.request.model;

/**
 * What people do to a request. What the system does is an event of the same history but no action.
 *
 * <p>Source: researcher.md 1.5.
 */
public enum RequestAction {

    REQUEST_SUBMISSION_APPROVAL(false),
    SUBMIT(true),
    ASSIGN(false),
    RECORD_ADMIN_APPROVAL(true),
    REQUEST_MANAGEMENT_APPROVAL(true),
    RECORD_MANAGEMENT_APPROVAL(true),
    REQUEST_GOVERNANCE_APPROVAL(true),
    RECORD_GOVERNANCE_APPROVAL(true),
    SCHEDULE(true),
    COMPLETE(true),
    ACKNOWLEDGE(false),
    REJECT(true),
    RETURN_TO_AUTHOR(true),
    REOPEN(false),
    CLOSE(false);

    private final boolean commented;

    RequestAction(boolean commented) {
        this.commented = commented;
    }

    /** Whether staff explain it, so that reasons can be kept for it: always, or where they do it to somebody else's request. */
    public boolean takesReason() {
        return commented || this == CLOSE || this == REOPEN;
    }

    /** Whether it has to be explained. */
    public boolean needsComment() {
        return commented;
    }

    /** Whether the applicant may read the comment: where it decides or asks them something. What staff write to each other stays with staff. */
    public boolean tellsApplicant() {
        return switch (this) {
            case COMPLETE, REJECT, RETURN_TO_AUTHOR, CLOSE, REOPEN, REQUEST_SUBMISSION_APPROVAL, ACKNOWLEDGE -> true;
            default -> false;
        };
    }
}
