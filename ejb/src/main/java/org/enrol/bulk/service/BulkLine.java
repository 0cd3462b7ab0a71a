package org.enrol.bulk.service;

import java.io.Serializable;
import java.time.Instant;

import org.enrol.bulk.model.BulkJob;
import org.enrol.request.model.RequestAction;

/** A job in the list of jobs. */
public record BulkLine(long id, RequestAction action, int total, BulkJob.Status status, String orderedBy, Instant orderedAt) implements Serializable {
}
