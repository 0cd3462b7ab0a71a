package org.enrol.request.model;

import java.time.Instant;
import java.util.Objects;

/**
 * One person's intent to do one thing to a request.
 *
 * @param comment  why; whether the applicant may read it depends on the action ({@link RequestAction#tellsApplicant}); may be empty where none is asked
 * @param assignee the administrator who shall take it, for ASSIGN; 0 for nobody
 */
public record Act(RequestAction action, Party party, String comment, long assignee, Instant at) {

    public Act {
        Objects.requireNonNull(action);
        Objects.requireNonNull(party);
        Objects.requireNonNull(at);
        comment = comment == null ? "" : comment.strip();
    }
}
