package org.enrol.request.port;

import org.enrol.audit.model.Actor;
import org.enrol.request.model.Outcome;
import org.enrol.request.model.RequestType;

/**
 * What was decided about a request.
 *
 * @param target  what it is about
 * @param by      who decided
 * @param comment the reason, as the applicant may read it
 * @param outcome null where it was completed but is not closed yet
 */
public record Decided(long requestId, RequestType type, String target, Actor by, String comment, Outcome outcome) {
}
