package org.enrol.buyer.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.enrol.account.model.EmailAddress;

/**
 * Somebody without account who waits for a domain to be approved. Several can wait for one request; each has an own status link and own
 * messages and learns nothing of the others. All of it is claimed, nothing proved.
 *
 * <p>Source: MP-01, alternative course.
 */
@Entity
public class DomainWait {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(nullable = false, updatable = false)
    private Long requestId;
    @Embedded
    private EmailAddress email;
    @Column(nullable = false, updatable = false)
    private String name;
    @Column(nullable = false, updatable = false)
    private String organisation;
    /** What the person does there. */
    @Column(nullable = false, updatable = false)
    private String job;
    @Column(nullable = false, updatable = false)
    private String reason;
    /** Where the staff may look; empty if none was given. */
    @Column(nullable = false, updatable = false)
    private String evidenceLink;
    @Column(nullable = false, updatable = false)
    private String language;
    @Column(nullable = false, updatable = false)
    private Instant askedAt;
    /** When the decision was sent; null before. */
    private Instant toldAt;
    /** When the person gave up; null while they wait. */
    private Instant withdrawnAt;

    protected DomainWait() {
    }

    public long id() {
        return id;
    }

    public long requestId() {
        return requestId;
    }

    public EmailAddress email() {
        return email;
    }

    public String name() {
        return name;
    }

    public String organisation() {
        return organisation;
    }

    public String job() {
        return job;
    }

    public String reason() {
        return reason;
    }

    public String evidenceLink() {
        return evidenceLink;
    }

    public String language() {
        return language;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public void told(Instant at) {
        toldAt = at;
    }

    /** The person waits no longer; the others do. */
    public void withdraw(Instant at) {
        withdrawnAt = at;
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    /** Whether something that happened then was while the person waited. */
    public boolean concerns(Instant at) {
        return !at.isBefore(askedAt) && (withdrawnAt == null || !at.isAfter(withdrawnAt));
    }

    /** The name by which the request's conversation and files know this person. */
    public String key() {
        return Long.toString(id);
    }
}
