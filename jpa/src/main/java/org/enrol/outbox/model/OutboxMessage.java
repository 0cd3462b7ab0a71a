package org.enrol.outbox.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;

/**
 * Something owed to the outside world. Written in the transaction that causes it, delivered at least once afterwards; the id travels
 * with every attempt so that the receiver can drop repeats.
 */
@Entity
public class OutboxMessage {

    static final Duration FIRST_BACKOFF = Duration.ofSeconds(5);
    static final Duration LONGEST_BACKOFF = Duration.ofMinutes(5);
    /** After this long the message is given up and shown to staff. */
    static final Duration PATIENCE = Duration.ofHours(24);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(nullable = false, updatable = false)
    private String topic;
    @Column(nullable = false, updatable = false)
    private String payload;
    /** The request id of whoever caused it, for the logs. */
    @Column(nullable = false, updatable = false)
    private String request;
    @Column(nullable = false, updatable = false)
    private Instant createdAt;
    /** When the message may be tried (again); null when it is delivered or given up. */
    private Instant nextAttemptAt;
    @Column(nullable = false)
    private int attempts;
    private Instant deliveredAt;
    private Instant givenUpAt;
    private String lastError;

    protected OutboxMessage() {
    }

    public OutboxMessage(String topic, String payload, String request, Instant now) {
        this.topic = topic;
        this.payload = payload;
        this.request = request;
        this.createdAt = now;
        this.nextAttemptAt = now;
    }

    /** Hides the message from other nodes until the lease ends; a node that dies mid-delivery only delays it. */
    public void lease(Instant until) {
        attempts++;
        nextAttemptAt = until;
    }

    public void delivered(Instant now) {
        deliveredAt = now;
        nextAttemptAt = null;
        lastError = null;
    }

    /**
     * An attempt that failed; late news of one changes nothing about a message that another node has delivered meanwhile.
     *
     * @param error one line for the operator, without personal data
     */
    public void failed(String error, Instant now) {
        if (deliveredAt != null) {
            return;
        }
        lastError = error.length() > 500 ? error.substring(0, 500) : error;
        boolean patient = now.isBefore(createdAt.plus(PATIENCE));
        nextAttemptAt = patient ? now.plus(backoff()) : null;
        givenUpAt = patient ? null : now;
    }

    private Duration backoff() {
        Duration doubled = FIRST_BACKOFF.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 20));
        return doubled.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : doubled;
    }

    public long id() {
        return id;
    }

    public String topic() {
        return topic;
    }

    public String payload() {
        return payload;
    }

    public String request() {
        return request;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public int attempts() {
        return attempts;
    }

    /** Null when it is delivered or given up. */
    public Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    /** Null before. */
    public Instant deliveredAt() {
        return deliveredAt;
    }

    /** Null if it was not given up. */
    public Instant givenUpAt() {
        return givenUpAt;
    }

    /** Why the newest attempt failed; empty if it did not. */
    public String lastError() {
        return lastError == null ? "" : lastError;
    }

    /** Whether it is still to be delivered. */
    public boolean isOwed() {
        return nextAttemptAt != null;
    }

    public boolean isGivenUp() {
        return givenUpAt != null;
    }
}
