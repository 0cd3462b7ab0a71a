package org.enrol.registry.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** What a domain registry confirmed about a mail domain, kept with the registration that relied on it. */
@Embeddable
public class DomainEvidence {

    /** The entry that matched. */
    @Column(name = "evidence_entry")
    private String entry;
    /** The domain of the public body itself, below the entry where that covers many bodies. */
    @Column(name = "evidence_body")
    private String body;
    /** What the entry calls its owner. */
    @Column(name = "evidence_organisation")
    private String organisation;
    /** Which registry said so. */
    @Column(name = "evidence_source")
    private String source;
    @Column(name = "evidence_at")
    private Instant at;

    protected DomainEvidence() {
    }

    public DomainEvidence(String entry, String body, String organisation, String source, Instant at) {
        this.entry = entry;
        this.body = body;
        this.organisation = organisation;
        this.source = source;
        this.at = at;
    }

    public String entry() {
        return entry;
    }

    public String body() {
        return body;
    }

    public String organisation() {
        return organisation;
    }

    public String source() {
        return source;
    }

    public Instant at() {
        return at;
    }

    /** Whether the entry covers many bodies, so that its own name is not the body's. */
    public boolean isBroad() {
        return !body.equals(entry);
    }
}
