package org.enrol.link.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;

/**
 * A link sent by mail to prove a mailbox. Opening it shows a page; only posting that page uses it up, so that a mail scanner does no harm.
 * It ages from the first accepted sending: waiting in the outbox takes nothing from the person.
 */
@Entity
public class Link {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Purpose purpose;
    /** The registration or account that the link acts for. */
    @Column(nullable = false, updatable = false)
    private Long subject;
    /** Canonical address of the mailbox. */
    @Column(nullable = false, updatable = false)
    private String address;
    @Column(nullable = false, updatable = false)
    private Instant createdAt;
    Instant firstSentAt;
    private Instant usedAt;

    protected Link() {
    }

    public Link(Purpose purpose, long subject, String address, Instant at) {
        this.purpose = purpose;
        this.subject = subject;
        this.address = address;
        this.createdAt = at;
    }

    public long id() {
        return id;
    }

    public Purpose purpose() {
        return purpose;
    }

    public long subject() {
        return subject;
    }

    public String address() {
        return address;
    }

    /** Whether a mail server has accepted it. */
    public boolean isSent() {
        return firstSentAt != null;
    }

    public boolean isUsed() {
        return usedAt != null;
    }

    /** The last instant of its lifetime still counts. */
    public boolean isExpired(Duration lifetime, Instant at) {
        return firstSentAt != null && at.isAfter(firstSentAt.plus(lifetime));
    }
}
