package org.enrol.staff.model;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.enrol.account.model.EmailAddress;
import org.enrol.account.model.Role;

/**
 * One of the two roles that reach everything, asked for by a staff manager for somebody and given by another one. Kept for good: it says
 * who let whom in. To an account that exists, or by invitation to a mailbox.
 */
@Entity
public class StaffGrant {

    /** ALONE: there was no second staff manager to ask. */
    public enum Outcome { GIVEN, ALONE, DECLINED }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Role role;
    /** Null for an invitation. */
    @Column(updatable = false)
    private Long accountId;
    /** Null for an account. */
    @Column(updatable = false)
    private String email;
    @Column(updatable = false)
    private String canonicalEmail;
    /** Of the invitation, as a BCP 47 tag. */
    @Column(nullable = false, updatable = false)
    private String language;
    @Column(nullable = false, updatable = false)
    private Long askedBy;
    @Column(nullable = false, updatable = false)
    private Instant askedAt;
    /** Null while it is open, as the next two. */
    private Long decidedBy;
    private Instant decidedAt;
    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    protected StaffGrant() {
    }

    private StaffGrant(Role role, String language, long askedBy, Instant at) {
        this.role = role;
        this.language = language;
        this.askedBy = askedBy;
        this.askedAt = at;
    }

    public static StaffGrant to(long accountId, Role role, long askedBy, Instant at) {
        StaffGrant grant = new StaffGrant(role, "en", askedBy, at);
        grant.accountId = accountId;
        return grant;
    }

    public static StaffGrant to(EmailAddress address, String language, Role role, long askedBy, Instant at) {
        StaffGrant grant = new StaffGrant(role, language, askedBy, at);
        grant.email = address.typed();
        grant.canonicalEmail = address.canonical();
        return grant;
    }

    public void decide(Outcome outcome, long by, Instant at) {
        this.outcome = outcome;
        this.decidedBy = by;
        this.decidedAt = at;
    }

    public boolean isOpen() {
        return outcome == null;
    }

    public boolean isAskedBy(long person) {
        return askedBy == person;
    }

    public long id() {
        return id;
    }

    public Role role() {
        return role;
    }

    public Optional<Long> accountId() {
        return Optional.ofNullable(accountId);
    }

    /** Empty where it is for an account. */
    public Optional<EmailAddress> address() {
        return Optional.ofNullable(email).map(typed -> new EmailAddress(typed, canonicalEmail));
    }

    public String language() {
        return language;
    }

    public long askedBy() {
        return askedBy;
    }

    public Instant askedAt() {
        return askedAt;
    }
}
