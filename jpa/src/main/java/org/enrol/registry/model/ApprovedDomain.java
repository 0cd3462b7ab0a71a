package org.enrol.registry.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry of the embedded domain registry: whose mailboxes prove that somebody works in the public sector.
 *
 * <p>Source: MP-01, step 2.
 */
@Entity
public class ApprovedDomain {

    /** IDNA's ASCII form, lower case. */
    @Id
    private String domain;
    @Column(nullable = false)
    private boolean includeSubdomains;
    /** Under a broad suffix such as gov.uk the body is the label below; otherwise the entry itself names the body. */
    @Column(nullable = false)
    private boolean manyBodies;
    @Column(nullable = false)
    private String organisation;
    /** Where the entry comes from: {@code sample}, {@code request:7}, {@code proposal:7}. */
    @Column(nullable = false, updatable = false)
    private String source;
    /** What convinced those who decided, in words or as a link; empty where the source says all. */
    @Column(nullable = false, updatable = false)
    private String evidence;
    @Column(nullable = false, updatable = false)
    private Instant addedAt;
    /** Null for entries that came with Enrol. */
    @Column(updatable = false)
    private Long approvedBy;
    /** Another one than who approved; null for entries that came with Enrol. */
    @Column(updatable = false)
    private Long confirmedBy;

    protected ApprovedDomain() {
    }

    public ApprovedDomain(String domain, boolean includeSubdomains, boolean manyBodies, String organisation, String source, Instant at) {
        this.domain = domain;
        this.includeSubdomains = includeSubdomains;
        this.manyBodies = manyBodies;
        this.organisation = organisation;
        this.source = source;
        this.evidence = "";
        this.addedAt = at;
    }

    /** Equal, or below on a label boundary where sub-domains count. */
    public boolean covers(String other) {
        return terms().cover(other);
    }

    /** The domain that names the public body behind a covered domain: for {@code mail.leeds.gov.uk} under {@code gov.uk}, {@code leeds.gov.uk}. */
    public String bodyOf(String covered) {
        if (!manyBodies || covered.equals(domain)) {
            return domain;
        }
        String below = covered.substring(0, covered.length() - domain.length() - 1);
        return below.substring(below.lastIndexOf('.') + 1) + "." + domain;
    }

    /** Whether this entry makes another one redundant: nothing is covered by that one alone. */
    public boolean makesRedundant(ApprovedDomain other) {
        return !other.domain.equals(domain) && covers(other.domain);
    }

    public DomainTerms terms() {
        return new DomainTerms(domain, organisation, includeSubdomains, false);
    }

    public String domain() {
        return domain;
    }

    public boolean includesSubdomains() {
        return includeSubdomains;
    }

    public String organisation() {
        return organisation;
    }

    public String source() {
        return source;
    }

    public String evidence() {
        return evidence;
    }

    public Instant addedAt() {
        return addedAt;
    }

    public Optional<Long> approvedBy() {
        return Optional.ofNullable(approvedBy);
    }

    public Optional<Long> confirmedBy() {
        return Optional.ofNullable(confirmedBy);
    }
}
