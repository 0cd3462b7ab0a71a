package org.enrol.consent.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** That a person accepted a version of a notice, with a receipt signed by the server. The application's role can only insert it. */
@Entity
public class Acceptance {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(nullable = false, updatable = false)
    private Long accountId;
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Notice.Kind kind;
    @Column(nullable = false, updatable = false)
    private int version;
    /** The language in which it was read. */
    @Column(nullable = false, updatable = false)
    private String language;
    @Column(nullable = false, updatable = false)
    private Instant acceptedAt;
    @Column(nullable = false, updatable = false)
    private byte[] receipt;

    protected Acceptance() {
    }

    public Acceptance(long accountId, Notice.Key notice, String language, Instant at, byte[] receipt) {
        this.accountId = accountId;
        this.kind = notice.kind();
        this.version = notice.version();
        this.language = language;
        this.acceptedAt = at;
        this.receipt = receipt.clone();
    }
}
