package org.enrol.request.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;

/** A file that belongs to a request. Only what the malware scanner says of it ever changes. */
@Entity
public class RequestAttachment {

    /** What the malware scanner says. */
    public enum Scan {
        /** There is no scanner. */
        NOT_SCANNED,
        /** The scanner has not answered yet: held until it does. */
        CHECKING,
        CLEAN,
        /** Something was found: kept as evidence, and never handed out again. */
        QUARANTINED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(nullable = false, updatable = false)
    private Long requestId;
    @Column(nullable = false, updatable = false)
    private Instant at;
    @Column(nullable = false, updatable = false)
    private String author;
    /** Whom it belongs to, by a name that only the journey understands; null for the staff. */
    @Column(updatable = false)
    private String applicant;
    /** From 1 on, among the files of the same owner. */
    @Column(nullable = false, updatable = false)
    private int number;
    @Column(nullable = false, updatable = false)
    private String name;
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private FileType type;
    /** Bytes. */
    @Column(nullable = false, updatable = false)
    private int size;
    @Column(nullable = false, updatable = false)
    private byte[] sha256;
    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Scan scan;
    /** Name of the file in the directory; null where the database keeps the content. */
    @Column(updatable = false)
    private String place;
    /** The form it was sent with: sent twice, it is one file. */
    @Column(nullable = false, updatable = false)
    private String form;

    protected RequestAttachment() {
    }

    /** The scanner has answered at last. */
    public void scanned(Scan result) {
        scan = result;
    }

    public long id() {
        return id;
    }

    public long requestId() {
        return requestId;
    }

    public Instant at() {
        return at;
    }

    /** As {@link org.enrol.audit.model.Actor#toString} writes it. */
    public String author() {
        return author;
    }

    /** Whom it belongs to; empty for the staff. */
    public Optional<String> applicant() {
        return Optional.ofNullable(applicant);
    }

    public String name() {
        return name;
    }

    public FileType type() {
        return type;
    }

    /** Bytes. */
    public int size() {
        return size;
    }

    public byte[] sha256() {
        return sha256.clone();
    }

    public Scan scan() {
        return scan;
    }

    /** Whether it may be handed out. */
    public boolean isOpen() {
        return scan == Scan.CLEAN || scan == Scan.NOT_SCANNED;
    }

    /** Name of the file in the directory; empty where the database keeps the content. */
    public Optional<String> place() {
        return Optional.ofNullable(place);
    }
}
