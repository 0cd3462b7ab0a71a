package org.enrol.audit.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** One line of the audit trail: who did what to what, when. Holds nothing that identifies a person by itself; the application's role can only insert it. */
@Entity
public class AuditEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(nullable = false, updatable = false)
    private Instant at;
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private AuditAction action;
    @Column(nullable = false, updatable = false)
    private String actor;
    @Column(nullable = false, updatable = false)
    private String subject;
    /** The request id that also stands in the logs. */
    @Column(nullable = false, updatable = false)
    private String request;

    protected AuditEntry() {
    }

    public AuditEntry(AuditAction action, Actor actor, String subject, String request, Instant at) {
        this.action = action;
        this.actor = actor.toString();
        this.subject = subject;
        this.request = request;
        this.at = at;
    }

    public long id() {
        return id;
    }
}
