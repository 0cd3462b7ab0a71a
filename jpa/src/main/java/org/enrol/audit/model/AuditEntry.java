package org.enrol.audit.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;

/**
 * One line of the audit trail: who did what to what, when. Holds nothing that identifies a person by itself; the application's role can
 * only insert it. Read in SQL only, by what shows, seals and verifies the trail.
 */
@Entity
public class AuditEntry {

    /** Drawn before the entry is made, because it is signed too. */
    @Id
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
    /** Shows that Enrol wrote this and nobody else; null in entries from before there were signatures. */
    @Column(updatable = false)
    private byte[] mac;

    protected AuditEntry() {
    }

    /** @param mac signs the content and the hash of what identifies a person; 16 bytes */
    public AuditEntry(AuditContent content, byte[] mac) {
        this.id = content.id();
        this.at = content.at();
        this.action = AuditAction.valueOf(content.action());
        this.actor = content.actor();
        this.subject = content.subject();
        this.request = content.request();
        this.mac = mac.clone();
    }
}
