package org.enrol.buyer.service;

import java.time.Instant;
import org.enrol.request.model.Outcome;
import org.enrol.request.model.RequestStatus;

/**
 * What somebody who waits for a domain may see.
 *
 * @param outcome  null while open
 * @param expected when staff should have decided; null if they do not have the ball
 */
public record AccessStatus(String reference, String domain, RequestStatus status, Outcome outcome, Instant askedAt, Instant expected) {
}
