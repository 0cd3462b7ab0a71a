package org.enrol.registry.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;

/** An administrator's proposal to add a domain. Another one confirms or declines it; who made it can only take it back. */
@Entity
public class DomainProposal {

    /** How it ended. */
    public enum Outcome { CONFIRMED, DECLINED, WITHDRAWN }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    /** IDNA's ASCII form, lower case. */
    @Column(nullable = false, updatable = false)
    private String domain;
    @Column(nullable = false, updatable = false)
    private String organisation;
    @Column(nullable = false, updatable = false)
    private boolean includeSubdomains;
    @Column(nullable = false, updatable = false)
    private boolean replaceBelow;
    /** In words or as a link. */
    @Column(nullable = false, updatable = false)
    private String evidence;
    @Column(nullable = false, updatable = false)
    private Long proposedBy;
    @Column(nullable = false, updatable = false)
    private Instant proposedAt;
    /** Null while open, as are who decided and when. */
    @Enumerated(EnumType.STRING)
    private Outcome outcome;
    private Long decidedBy;
    private Instant decidedAt;
    /** Why it was declined or taken back; empty otherwise. */
    @Column(nullable = false)
    private String reason;

    protected DomainProposal() {
    }

    /** @throws EnrolException DOMAIN_PROPOSAL_OWN, DOMAIN_PROPOSAL_DECIDED */
    public void confirm(long by, Instant at) {
        expectOther(by);
        decide(Outcome.CONFIRMED, by, at, "");
    }

    /** @throws EnrolException DOMAIN_PROPOSAL_DECIDED */
    public void decline(long by, Instant at, String why) {
        decide(by == proposedBy ? Outcome.WITHDRAWN : Outcome.DECLINED, by, at, why);
    }

    private void expectOther(long by) {
        if (by == proposedBy) {
            throw new EnrolException(ErrorCode.DOMAIN_PROPOSAL_OWN);
        }
    }

    private void decide(Outcome how, long by, Instant at, String why) {
        if (outcome != null) {
            throw new EnrolException(ErrorCode.DOMAIN_PROPOSAL_DECIDED);
        }
        outcome = how;
        decidedBy = by;
        decidedAt = at;
        reason = why;
    }

    public DomainTerms terms() {
        return new DomainTerms(domain, organisation, includeSubdomains, replaceBelow);
    }

    public long id() {
        return id;
    }

    public String evidence() {
        return evidence;
    }

    public long proposedBy() {
        return proposedBy;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    /** Empty while open. */
    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    public Optional<Long> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    public String reason() {
        return reason;
    }
}
