package org.enrol.audit.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What identifies a person in an {@link AuditEntry}: where from, and details. Apart, so that it can be erased while the trail stays whole. */
@Entity
public class AuditPersonal {

    @Id
    private Long entryId;
    /** The client's network address, as the trusted proxies report it. */
    @Column(nullable = false, updatable = false)
    private String address;
    @Column(nullable = false, updatable = false)
    private String detail;
    /** Keeps the sealed hash from being guessed; erased with the rest. */
    @Column(nullable = false, updatable = false)
    private byte[] salt;

    protected AuditPersonal() {
    }

    public AuditPersonal(long entry, PersonalContent content) {
        this.entryId = entry;
        this.address = content.address();
        this.detail = content.detail();
        this.salt = content.salt();
    }
}
