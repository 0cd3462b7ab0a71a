package org.enrol.registration.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import org.enrol.account.model.EmailAddress;
import org.enrol.account.model.Role;
import org.enrol.registry.model.DomainEvidence;

/**
 * A sign-up from the first answer to the active account. It reserves nothing: several may run for one address, and the first
 * that proves the mailbox becomes the account. Found again by the visitor's cookie, of which only the hash is kept.
 */
@Entity
public class Registration {

    /** The journeys. */
    public enum Kind { BUYER, STAFF }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Kind kind;
    /** The role that the account will have. */
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Role role;
    @Embedded
    private EmailAddress email;
    @Column(nullable = false)
    private String language;
    @Column(nullable = false, updatable = false)
    private byte[] visitor;
    /** Null until a registry confirmed the domain, and for staff. */
    @Embedded
    private DomainEvidence evidence;
    @Column(nullable = false)
    private Instant submittedAt;
    private Instant activatedAt;
    private Long accountId;

    protected Registration() {
    }

    public long id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public Role role() {
        return role;
    }

    public EmailAddress email() {
        return email;
    }

    public String language() {
        return language;
    }

    public Optional<DomainEvidence> evidence() {
        return Optional.ofNullable(evidence);
    }

    public void prove(DomainEvidence evidence) {
        this.evidence = evidence;
    }

    /** When it was last handed in. */
    public Instant submittedAt() {
        return submittedAt;
    }

    public boolean isActivated() {
        return activatedAt != null;
    }

    /** The account that this registration became; empty before. */
    public Optional<Long> accountId() {
        return Optional.ofNullable(accountId);
    }

    public void activate(long accountId, Instant at) {
        this.accountId = accountId;
        this.activatedAt = at;
    }
}
