package org.enrol.request.service;

import java.io.Serializable;
import java.time.Instant;
import org.enrol.request.model.RequestStatus;
import org.enrol.request.model.RequestType;

/**
 * One line of a work list.
 *
 * @param assignee name of the administrator who has it; empty if nobody has
 * @param dueAt    when it should be decided; null if staff do not have the ball
 */
public record WorkRow(long id, String reference, RequestType type, String title, RequestStatus status, String assignee, Instant createdAt,
                      Instant changedAt, Instant dueAt, Urgency urgency)
        implements Serializable {
}
