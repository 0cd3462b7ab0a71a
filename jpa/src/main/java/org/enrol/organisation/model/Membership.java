package org.enrol.organisation.model;

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
import java.time.Instant;

/** An account's role in an organisation, from and until. */
@Entity
public class Membership {

    /** What a member may do there. */
    public enum Role { MEMBER, APPROVER }

    /** Pending until whoever has to confirm it did. */
    public enum Status { PENDING, CONFIRMED }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(nullable = false, updatable = false)
    private Long accountId;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "organisation_id")
    private Organisation organisation;
    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Role role;
    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Status status;
    /** What the person called the organisation: a claim, which renames nothing. */
    @Column(nullable = false, updatable = false)
    private String claimedName;
    @Column(nullable = false, updatable = false)
    private Instant since;
    private Instant until;

    protected Membership() {
    }

    /** The mailbox at the organisation's own domain is the confirmation. */
    public static Membership confirmed(long accountId, Organisation organisation, String claimedName, Instant since) {
        Membership membership = new Membership();
        membership.accountId = accountId;
        membership.organisation = organisation;
        membership.role = Role.MEMBER;
        membership.status = Status.CONFIRMED;
        membership.claimedName = claimedName;
        membership.since = since;
        return membership;
    }

    public String claimedName() {
        return claimedName;
    }

    public Organisation organisation() {
        return organisation;
    }
}
