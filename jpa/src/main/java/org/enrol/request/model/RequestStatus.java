package org.enrol.request.model;

/**
 * Where a request stands, and who has to do something now.
 *
 * <p>Source: researcher.md 1.4, whose names are those of the Secure Data Environment.
 */
public enum RequestStatus {

    DRAFT(Ball.OWNER),
    AWAITING_APPROVAL(Ball.APPROVER),
    AWAITING_PICKUP(Ball.STAFF),
    ASSIGNED(Ball.STAFF),
    IN_REVIEW_FEASIBILITY(Ball.STAFF),
    IN_REVIEW_PROJECT_SCOPE(Ball.STAFF),
    IN_REVIEW_GOVERNANCE(Ball.STAFF),
    APPROVED_PENDING(Ball.STAFF),
    APPROVED_IN_PROGRESS(Ball.STAFF),
    COMPLETE_AWAITING_ACKNOWLEDGEMENT(Ball.OWNER),
    RETURNED(Ball.OWNER),
    CLOSED(Ball.NOBODY);

    /** Who has to act. The service clock runs only while it is the staff. */
    public enum Ball { OWNER, APPROVER, STAFF, NOBODY }

    private final Ball ball;

    RequestStatus(Ball ball) {
        this.ball = ball;
    }

    public Ball ball() {
        return ball;
    }

    /** Everything but the end. */
    public boolean isOpen() {
        return this != CLOSED;
    }
}
