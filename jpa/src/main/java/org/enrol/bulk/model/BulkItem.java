package org.enrol.bulk.model;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import org.enrol.error.ErrorCode;

/** One request of a {@link BulkJob}, and what became of it. */
@Entity
public class BulkItem {

    /** PENDING until the action was tried: what a killed node was doing is undone by the database and pending as before. */
    public enum State { PENDING, DONE, REFUSED }

    /** So often a fault is taken for a passing one, as of a node that is being stopped. */
    private static final int PATIENCE = 5;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "job_id", updatable = false)
    private BulkJob job;
    @Column(nullable = false, updatable = false)
    private Long requestId;
    /** The request's when the job was ordered: what has changed since is not forced. */
    @Column(nullable = false, updatable = false)
    private long seenVersion;
    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private State state;
    /** How often a fault, and no refusal, kept it from being done. */
    private int attempts;
    /** Why; null unless refused. */
    @Enumerated(EnumType.STRING)
    private ErrorCode refusal;
    private Instant endedAt;

    protected BulkItem() {
    }

    public void done(Instant at) {
        state = State.DONE;
        endedAt = at;
    }

    public void refused(ErrorCode why, Instant at) {
        state = State.REFUSED;
        refusal = why;
        endedAt = at;
    }

    /** A fault that is not the request's. It is tried again for a while. */
    public void failed(Instant at) {
        attempts++;
        if (attempts >= PATIENCE) {
            refused(ErrorCode.INTERNAL_ERROR, at);
        }
    }

    public BulkJob job() {
        return job;
    }

    public long requestId() {
        return requestId;
    }

    public long seenVersion() {
        return seenVersion;
    }
}
