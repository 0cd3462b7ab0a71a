package org.enrol.request.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that staff or an applicant said about a request. Never changed. A note is for staff alone; everything else is read by the
 * applicants: by one of them, or by all.
 */
@Entity
public class RequestMessage {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(nullable = false, updatable = false)
    private Long requestId;
    @Column(nullable = false, updatable = false)
    private Instant at;
    @Column(nullable = false, updatable = false)
    private String author;
    @Column(nullable = false, updatable = false)
    private boolean byStaff;
    @Column(nullable = false, updatable = false)
    private boolean note;
    /** Whom it belongs to, by a name that only the journey understands; null for all. */
    @Column(updatable = false)
    private String applicant;
    @Column(nullable = false, updatable = false)
    private String text;
    /** The form it was sent with: sent twice, it is one message. */
    @Column(nullable = false, updatable = false)
    private String form;

    protected RequestMessage() {
    }

    public long id() {
        return id;
    }

    public Instant at() {
        return at;
    }

    /** As {@link org.enrol.audit.model.Actor#toString} writes it. */
    public String author() {
        return author;
    }

    public boolean isByStaff() {
        return byStaff;
    }

    /** Whether only staff may read it. */
    public boolean isNote() {
        return note;
    }

    /** Whom it belongs to; empty for all applicants. */
    public Optional<String> applicant() {
        return Optional.ofNullable(applicant);
    }

    public String text() {
        return text;
    }
}
