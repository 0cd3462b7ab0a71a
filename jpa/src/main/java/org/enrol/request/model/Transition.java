package org.enrol.request.model;

import static java.util.EnumSet.of;
import static org.enrol.request.model.RequestStatus.APPROVED_IN_PROGRESS;
import static org.enrol.request.model.RequestStatus.APPROVED_PENDING;
import static org.enrol.request.model.RequestStatus.ASSIGNED;
import static org.enrol.request.model.RequestStatus.AWAITING_APPROVAL;
import static org.enrol.request.model.RequestStatus.AWAITING_PICKUP;
import static org.enrol.request.model.RequestStatus.CLOSED;
import static org.enrol.request.model.RequestStatus.COMPLETE_AWAITING_ACKNOWLEDGEMENT;
import static org.enrol.request.model.RequestStatus.DRAFT;
import static org.enrol.request.model.RequestStatus.IN_REVIEW_FEASIBILITY;
import static org.enrol.request.model.RequestStatus.IN_REVIEW_GOVERNANCE;
import static org.enrol.request.model.RequestStatus.IN_REVIEW_PROJECT_SCOPE;
import static org.enrol.request.model.RequestStatus.RETURNED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;

/**
 * The request workflow. One row: what is done, where it may start, where it leads, who may do it, on what condition. A request type withholds
 * rows; for a given type, status, action and role at most one row is left. Reading the table is reading the process. What the system does is
 * in {@link SystemStep}.
 *
 * <p>Source: researcher.md 1.8, T2 to T19 (T1, creation, and T4, release, are no actions); T3' and T6': design, section 4.
 */
public enum Transition {

    SUBMIT_FOR_APPROVAL("T2", RequestAction.REQUEST_SUBMISSION_APPROVAL, of(DRAFT), AWAITING_APPROVAL, RequestRole.OWNER, Guard.NOT_HELD),
    SUBMIT_TO_STAFF("T2'", RequestAction.REQUEST_SUBMISSION_APPROVAL, of(DRAFT), AWAITING_PICKUP, RequestRole.OWNER, Guard.NOT_HELD),
    APPROVE_FOR_STAFF("T3", RequestAction.SUBMIT, of(AWAITING_APPROVAL), AWAITING_PICKUP, RequestRole.APPROVER, Guard.NOT_OWN),
    APPROVE_AND_COMPLETE("T3'", RequestAction.SUBMIT, of(AWAITING_APPROVAL), COMPLETE_AWAITING_ACKNOWLEDGEMENT, RequestRole.APPROVER, Guard.NOT_OWN),
    PICK_UP("T5", RequestAction.ASSIGN, of(AWAITING_PICKUP), ASSIGNED, RequestRole.ADMINISTRATOR, Guard.NOT_OWN, Guard.NEW_ASSIGNEE),
    REASSIGN("T6", RequestAction.ASSIGN, handling(), null, RequestRole.ADMINISTRATOR, Guard.NOT_OWN, Guard.NEW_ASSIGNEE),
    GIVE_BACK("T6'", RequestAction.ASSIGN, of(ASSIGNED), AWAITING_PICKUP, RequestRole.ASSIGNEE, Guard.NOT_OWN, Guard.NOBODY_NAMED),
    APPROVE("T7", RequestAction.RECORD_ADMIN_APPROVAL, of(ASSIGNED), APPROVED_PENDING, RequestRole.ASSIGNEE, Guard.NOT_OWN),
    ASK_MANAGEMENT("T8", RequestAction.REQUEST_MANAGEMENT_APPROVAL, of(ASSIGNED), IN_REVIEW_FEASIBILITY, RequestRole.ASSIGNEE, Guard.NOT_OWN),
    FEASIBLE_TO_SCOPE("T9", RequestAction.RECORD_MANAGEMENT_APPROVAL, of(IN_REVIEW_FEASIBILITY), IN_REVIEW_PROJECT_SCOPE, RequestRole.ASSIGNEE, Guard.NOT_OWN),
    FEASIBLE("T9'", RequestAction.RECORD_MANAGEMENT_APPROVAL, of(IN_REVIEW_FEASIBILITY), APPROVED_PENDING, RequestRole.ASSIGNEE, Guard.NOT_OWN),
    ASK_GOVERNANCE("T10", RequestAction.REQUEST_GOVERNANCE_APPROVAL, of(ASSIGNED, IN_REVIEW_FEASIBILITY, IN_REVIEW_PROJECT_SCOPE),
            IN_REVIEW_GOVERNANCE, RequestRole.ASSIGNEE, Guard.NOT_OWN),
    GOVERNANCE_AGREES("T11", RequestAction.RECORD_GOVERNANCE_APPROVAL, of(IN_REVIEW_GOVERNANCE), APPROVED_PENDING, RequestRole.ASSIGNEE, Guard.NOT_OWN),
    START("T12", RequestAction.SCHEDULE, of(APPROVED_PENDING), APPROVED_IN_PROGRESS, RequestRole.ASSIGNEE, Guard.NOT_OWN),
    FINISH("T13", RequestAction.COMPLETE, of(APPROVED_IN_PROGRESS), COMPLETE_AWAITING_ACKNOWLEDGEMENT, RequestRole.ASSIGNEE,
            Guard.NOT_OWN, Guard.SECOND_PERSON),
    ACKNOWLEDGE("T14", RequestAction.ACKNOWLEDGE, of(COMPLETE_AWAITING_ACKNOWLEDGEMENT), CLOSED, RequestRole.OWNER),
    RETURN("T15", RequestAction.RETURN_TO_AUTHOR, reviewing(), RETURNED, RequestRole.ASSIGNEE, Guard.NOT_OWN),
    CORRECT("T16", RequestAction.REOPEN, of(RETURNED), DRAFT, RequestRole.OWNER),
    CORRECT_AND_SUBMIT("T16'", RequestAction.REOPEN, of(RETURNED), AWAITING_PICKUP, RequestRole.OWNER),
    DISAGREE("T17", RequestAction.REJECT, of(AWAITING_APPROVAL), CLOSED, RequestRole.APPROVER, Guard.NOT_OWN),
    REJECT("T17", RequestAction.REJECT, reviewing(), CLOSED, RequestRole.ASSIGNEE, Guard.NOT_OWN),
    WITHDRAW("T18", RequestAction.CLOSE, cancellable(), CLOSED, RequestRole.OWNER, Guard.NOT_HELD),
    CANCEL("T18", RequestAction.CLOSE, cancellable(), CLOSED, RequestRole.ADMINISTRATOR, Guard.NOT_OWN, Guard.NOT_HELD, Guard.EXPLAINED),
    OPEN_AGAIN("T19", RequestAction.REOPEN, of(CLOSED), AWAITING_PICKUP, RequestRole.ADMINISTRATOR,
            Guard.NOT_OWN, Guard.UNSUCCESSFUL, Guard.EXPLAINED);

    private final String source;
    private final RequestAction action;
    private final Set<RequestStatus> from;
    private final RequestStatus to;
    private final RequestRole role;
    private final List<Guard> guards;

    Transition(String source, RequestAction action, EnumSet<RequestStatus> from, RequestStatus to, RequestRole role, Guard... guards) {
        this.source = source;
        this.action = action;
        this.from = Set.copyOf(from);
        this.to = to;
        this.role = role;
        this.guards = List.of(guards);
    }

    /** The rows that let these roles do this now, by the strongest right: at most one for each role. */
    static List<Transition> rows(RequestType type, RequestStatus status, RequestAction action, Set<RequestRole> roles) {
        return Arrays.stream(values())
                .filter(row -> row.action == action && row.from.contains(status) && roles.contains(row.role) && type.uses(row))
                .toList();
    }

    /** The row that the act follows: the first that nothing refuses. @throws EnrolException what refuses the first, if all are refused */
    static Transition allowed(List<Transition> rows, Request request, Act act) {
        refusal(rows, request, act).ifPresent(code -> {
            throw new EnrolException(code);
        });
        return rows.stream().filter(row -> row.refusal(request, act).isEmpty()).findFirst()
                .orElseThrow(() -> new EnrolException(ErrorCode.REQUEST_ACTION_NOT_NOW));
    }

    /** What refuses the first row; empty if one of them refuses nothing, or there is none. */
    static Optional<ErrorCode> refusal(List<Transition> rows, Request request, Act act) {
        List<Optional<ErrorCode>> refusals = rows.stream().map(row -> row.refusal(request, act)).toList();
        return refusals.contains(Optional.<ErrorCode>empty()) ? Optional.empty() : refusals.stream().flatMap(Optional::stream).findFirst();
    }

    private Optional<ErrorCode> refusal(Request request, Act act) {
        if (action.needsComment() && act.comment().isEmpty()) {
            return Optional.of(ErrorCode.REQUEST_COMMENT_MISSING);
        }
        return guards.stream().filter(guard -> guard.refuses(request, act)).map(Guard::code).findFirst();
    }

    /** Where the row leads from a status; unchanged where it names no other. */
    public RequestStatus to(RequestStatus current) {
        return to == null ? current : to;
    }

    /** Its number in the table that the workflow follows. */
    public String source() {
        return source;
    }

    public RequestAction action() {
        return action;
    }

    public Set<RequestStatus> from() {
        return from;
    }

    public RequestRole role() {
        return role;
    }

    /** On what conditions, besides the comment that the action may need. */
    public List<Guard> guards() {
        return guards;
    }

    /** The statuses in which an administrator has it. */
    private static EnumSet<RequestStatus> handling() {
        return EnumSet.range(ASSIGNED, APPROVED_IN_PROGRESS);
    }

    private static EnumSet<RequestStatus> reviewing() {
        return EnumSet.range(ASSIGNED, APPROVED_PENDING);
    }

    private static EnumSet<RequestStatus> cancellable() {
        return of(DRAFT, AWAITING_APPROVAL, AWAITING_PICKUP, ASSIGNED, RETURNED);
    }
}
