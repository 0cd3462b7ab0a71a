package org.enrol.messaging.model;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/**
 * What staff may know of a mail: for whom and about what, but not its words. Written with the outbox message of the same number, where
 * its delivery stands.
 */
@Entity
public class OrderedMail {

    private static final int LONGEST_REFUSAL = 500;

    /** The outbox message's. */
    @Id
    private Long id;
    /** By name, because a mail can be older than the templates of today. */
    @Column(nullable = false, updatable = false)
    private String template;
    /** As the recipient writes it. */
    @Column(nullable = false, updatable = false)
    private String address;
    /** The link that it carries; null for none. */
    @Column(updatable = false)
    private Long linkId;
    /** The request that it tells about; null for none. */
    @Column(updatable = false)
    private Long requestId;
    /** The mail that it repeats; null for none. The unique index is the rule that a mail is sent again once. */
    @Column(updatable = false)
    private Long againOf;
    /** When the recipient's mail server refused the mailbox for good; null if it did not. */
    private Instant refusedAt;
    private String refusal;

    protected OrderedMail() {
    }

    /** @param linkId 0 for none @param requestId 0 for none */
    public OrderedMail(long id, String template, String address, long linkId, long requestId) {
        this.id = id;
        this.template = template;
        this.address = address;
        this.linkId = linkId == 0 ? null : linkId;
        this.requestId = requestId == 0 ? null : requestId;
    }

    /** The same once more. @param linkId the link that this one carries; 0 for none */
    public OrderedMail again(long id, long linkId) {
        OrderedMail again = new OrderedMail(id, template, address, linkId, requestId().orElse(0L));
        again.againOf = this.id;
        return again;
    }

    /** @param reason one line for the operator, without personal data */
    public void refused(String reason, Instant at) {
        refusedAt = at;
        refusal = reason.substring(0, Math.min(LONGEST_REFUSAL, reason.length()));
    }

    public long id() {
        return id;
    }

    public String template() {
        return template;
    }

    public String address() {
        return address;
    }

    public Optional<Long> linkId() {
        return Optional.ofNullable(linkId);
    }

    public Optional<Long> requestId() {
        return Optional.ofNullable(requestId);
    }

    public Optional<Instant> refusedAt() {
        return Optional.ofNullable(refusedAt);
    }

    /** Empty if it was not refused. */
    public String refusal() {
        return refusal == null ? "" : refusal;
    }
}
