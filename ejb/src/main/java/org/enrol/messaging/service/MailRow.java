package org.enrol.messaging.service;

import java.io.Serializable;
import java.time.Instant;

import org.enrol.error.ErrorCode;

/**
 * A mail as staff see it.
 *
 * @param template      name of a {@link MailTemplate}; as text, because a mail can be older than the templates of today
 * @param reference     of the request that it tells about; empty for none
 * @param endedAt       when it was accepted, refused or given up; null while it is owed
 * @param nextAttemptAt null unless it is owed
 * @param problem       why the last attempt failed, as the mail server's number; empty if it did not
 * @param again         the mail that repeats this one; 0 for none
 * @param before        the mail that this one repeats; 0 for none
 * @param obstacle      why this reader cannot send it again: ROLE_REQUIRED, MAIL_STILL_OWED, or what is wrong with its link; null if nothing is
 */
public record MailRow(long id, String template, String address, long requestId, String reference, Instant orderedAt, MailState state,
                      int attempts, Instant nextAttemptAt, Instant endedAt, String problem, long again, long before, ErrorCode obstacle)
        implements Serializable {
}
