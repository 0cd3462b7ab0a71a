package org.enrol.bulk.model;

import java.util.List;
import java.util.Objects;

import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;
import org.enrol.request.model.RequestAction;

/**
 * What shall be done to many requests.
 *
 * @param comment  as for a single one
 * @param assignee who shall take them, for ASSIGN; 0 otherwise
 */
public record BulkOrder(RequestAction action, String comment, long assignee) {

    /** What makes sense for many at once, in the order in which it is offered. */
    public static final List<RequestAction> OFFERED = List.of(RequestAction.ASSIGN, RequestAction.RECORD_ADMIN_APPROVAL, RequestAction.SCHEDULE,
            RequestAction.COMPLETE, RequestAction.RETURN_TO_AUTHOR, RequestAction.REJECT, RequestAction.CLOSE);
    static final List<RequestAction> DECIDING = List.of(RequestAction.RECORD_ADMIN_APPROVAL, RequestAction.COMPLETE, RequestAction.REJECT,
            RequestAction.CLOSE);
    private static final int LONGEST = 4_000;

    public BulkOrder {
        Objects.requireNonNull(action);
        comment = comment == null ? "" : comment.strip();
        assignee = action == RequestAction.ASSIGN ? assignee : 0;
    }

    /** What every single request would refuse is refused at once. */
    void check() {
        if (!OFFERED.contains(action)) {
            throw new EnrolException(ErrorCode.REQUEST_ACTION_NOT_NOW);
        }
        if (comment.isEmpty() && (action.needsComment() || action == RequestAction.CLOSE)) {
            throw new EnrolException(Refusal.at("comment", ErrorCode.REQUEST_COMMENT_MISSING));
        }
        if (comment.length() > LONGEST) {
            throw new EnrolException(Refusal.at("comment", ErrorCode.REASON_LENGTH));
        }
        if (action == RequestAction.ASSIGN && assignee == 0) {
            throw new EnrolException(Refusal.at("assignee", ErrorCode.REQUEST_ASSIGNEE_MISSING));
        }
    }
}
