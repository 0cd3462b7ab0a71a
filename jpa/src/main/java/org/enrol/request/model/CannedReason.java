package org.enrol.request.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;

/** A reason to choose from when a request is decided. A retired one is no longer offered. */
@Entity
public class CannedReason {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private RequestType type;
    /** What it is a reason for. */
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private RequestAction action;
    @Embedded
    private ReasonTexts texts;
    /** Null while it is offered. */
    private Instant retiredAt;
    /** The form it was added with: sent twice, it is one reason. */
    @Column(updatable = false)
    private String form;
    @Version
    private long version;

    protected CannedReason() {
    }

    /** @throws EnrolException if somebody has changed it since the page was shown */
    public void expect(long seenVersion) {
        if (version != seenVersion) {
            throw new EnrolException(ErrorCode.REASON_CHANGED_MEANWHILE);
        }
    }

    public void reword(ReasonTexts words) {
        texts = words;
    }

    public void retire(Instant at) {
        retiredAt = at;
    }

    public long id() {
        return id;
    }

    public RequestType type() {
        return type;
    }

    public RequestAction action() {
        return action;
    }

    /** @param language as a BCP 47 tag */
    public String in(String language) {
        return texts.in(language);
    }

    public boolean isRetired() {
        return retiredAt != null;
    }

    public long version() {
        return version;
    }
}
