package org.enrol.registry.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry that was taken out, as it stood, so that it can be put back. Where its people are to be suspended, also how far that has come:
 * in the order of their registrations, so that it can stop and go on anywhere.
 */
@Entity
public class DomainRemoval {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(nullable = false, updatable = false)
    private String domain;
    @Column(nullable = false, updatable = false)
    private String organisation;
    @Column(nullable = false, updatable = false)
    private boolean includeSubdomains;
    @Column(nullable = false, updatable = false)
    private String source;
    @Column(nullable = false, updatable = false)
    private String evidence;
    @Column(nullable = false, updatable = false)
    private Instant addedAt;
    @Column(nullable = false, updatable = false)
    private String reason;
    @Column(nullable = false, updatable = false)
    private Long removedBy;
    @Column(nullable = false, updatable = false)
    private Instant removedAt;
    @Column(nullable = false, updatable = false)
    private boolean suspending;
    /** The last registration that was looked at. */
    @Column(nullable = false)
    private long reached;
    @Column(nullable = false)
    private int suspended;
    /** Null while people are being suspended. */
    private Instant finishedAt;

    protected DomainRemoval() {
    }

    /** @param suspending whether people who registered under the entry, and under no other, lose their access */
    public DomainRemoval(ApprovedDomain entry, String reason, long removedBy, boolean suspending, Instant at) {
        this.domain = entry.domain();
        this.organisation = entry.organisation();
        this.includeSubdomains = entry.includesSubdomains();
        this.source = entry.source();
        this.evidence = entry.evidence();
        this.addedAt = entry.addedAt();
        this.reason = reason;
        this.removedBy = removedBy;
        this.removedAt = at;
        this.suspending = suspending;
        this.finishedAt = suspending ? null : at;
    }

    /** @param registration the last one of the batch @param more how many people of the batch were suspended */
    public void reach(long registration, int more) {
        reached = registration;
        suspended += more;
    }

    public void finish(Instant at) {
        finishedAt = at;
    }

    public DomainTerms terms() {
        return new DomainTerms(domain, organisation, includeSubdomains, false);
    }

    public long id() {
        return id;
    }

    public String source() {
        return source;
    }

    public String evidence() {
        return evidence;
    }

    public String reason() {
        return reason;
    }

    public long removedBy() {
        return removedBy;
    }

    public Instant removedAt() {
        return removedAt;
    }

    public boolean isSuspending() {
        return suspending;
    }

    public long reached() {
        return reached;
    }

    public int suspended() {
        return suspended;
    }

    public Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }
}
