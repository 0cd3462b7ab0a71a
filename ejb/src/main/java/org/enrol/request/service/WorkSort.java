package org.enrol.request.service;

import java.time.Instant;

/** The closed list of orders in which work is read. Each has an index that ends with the id, over all requests and over the open ones. */
public enum WorkSort {

    CREATED("r.created_at") {
        @Override
        String key(WorkRow row) {
            return row.createdAt().toString();
        }
    },
    CHANGED("r.changed_at") {
        @Override
        String key(WorkRow row) {
            return row.changedAt().toString();
        }
    },
    /** What is not due at all comes after everything that is. */
    DUE("coalesce(r.due_at, 'infinity')") {
        @Override
        String key(WorkRow row) {
            Instant due = row.dueAt();
            return due == null ? "infinity" : due.toString();
        }
    };

    private final String expression;

    WorkSort(String expression) {
        this.expression = expression;
    }

    /** In SQL, as the index has it, of the request {@code r}. */
    String expression() {
        return expression;
    }

    /** Where the row stands in this order, as the database reads it. */
    abstract String key(WorkRow row);
}
