package org.enrol.request.service;

/** The lists that staff work from. Each is a condition, and the order in which it is read unless another is chosen. */
public enum WorkList {

    /** What I have taken, longest untouched first. */
    MINE("r.assignee_id = ? and r.status <> 'CLOSED'", WorkSort.CHANGED, false),
    /** What nobody has taken, oldest first. */
    UNASSIGNED("r.status = 'AWAITING_PICKUP'", WorkSort.CREATED, false),
    /** What the applicant has to answer, longest untouched first. */
    WAITING("r.status = 'RETURNED'", WorkSort.CHANGED, false),
    /** What should have been decided by now, longest overdue first. */
    OVERDUE("coalesce(r.due_at, 'infinity') < ?", WorkSort.DUE, false),
    /** Everything, newest change first. */
    ALL("true", WorkSort.CHANGED, true);

    private final String condition;
    private final WorkSort sort;
    private final boolean descending;

    WorkList(String condition, WorkSort sort, boolean descending) {
        this.condition = condition;
        this.sort = sort;
        this.descending = descending;
    }

    /** In SQL, of the request {@code r}; its parameter is the person for MINE and the moment for OVERDUE. */
    String condition() {
        return condition;
    }

    WorkSort sort() {
        return sort;
    }

    boolean isDescending() {
        return descending;
    }
}
