package org.enrol.request.service;

/** The lists that staff work from. Each is a condition and the order in which it is read; each order has an index that ends with the id. */
public enum WorkList {

    /** What I have taken, longest untouched first. */
    MINE("r.assigneeId = :me and r.status <> 'CLOSED'", "changedAt", true),
    /** What nobody has taken, oldest first. */
    UNASSIGNED("r.status = 'AWAITING_PICKUP'", "createdAt", true),
    /** What should have been decided by now, longest overdue first. */
    OVERDUE("r.dueAt < :now", "dueAt", true),
    /** What the applicant has to answer. */
    WAITING("r.status = 'RETURNED'", "changedAt", true),
    /** Everything, newest change first. */
    ALL("1 = 1", "changedAt", false);

    private final String condition;
    private final String order;
    private final boolean ascending;

    WorkList(String condition, String order, boolean ascending) {
        this.condition = condition;
        this.order = order;
        this.ascending = ascending;
    }

    String condition() {
        return condition;
    }

    String order() {
        return order;
    }

    boolean isAscending() {
        return ascending;
    }
}
