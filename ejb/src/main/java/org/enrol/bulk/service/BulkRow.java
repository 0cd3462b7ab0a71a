package org.enrol.bulk.service;

import java.io.Serializable;
import java.time.Instant;

import org.enrol.bulk.model.BulkItem;
import org.enrol.error.ErrorCode;

/**
 * One request of a job.
 *
 * @param refusal null unless refused
 * @param endedAt null while pending
 */
public record BulkRow(long id, long requestId, String reference, String title, BulkItem.State state, ErrorCode refusal, Instant endedAt)
        implements Serializable {
}
