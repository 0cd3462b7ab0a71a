package org.enrol.organisation.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** A public body, a company or a research organisation; a university can be two of them. Names need not be unique, domains are. */
@Entity
public class Organisation {

    /** What an organisation is to the platform. */
    public enum Kind { PUBLIC_BODY, COMPANY, RESEARCH_ORGANISATION }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(nullable = false)
    private String name;
    @Column(nullable = false, updatable = false)
    private Instant createdAt;
    @ElementCollection
    @CollectionTable(name = "organisation_kind", joinColumns = @JoinColumn(name = "organisation_id"))
    @Column(name = "kind")
    @Enumerated(EnumType.STRING)
    private Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    /** IDNA's ASCII form; the primary key of their table makes a domain belong to one organisation. */
    @ElementCollection
    @CollectionTable(name = "organisation_domain", joinColumns = @JoinColumn(name = "organisation_id"))
    @Column(name = "domain")
    private Set<String> domains = new java.util.HashSet<>();

    protected Organisation() {
    }

    /** A public body, known by the domain of its mailboxes. */
    public static Organisation publicBody(String domain, String name, Instant at) {
        Organisation body = new Organisation();
        body.name = name;
        body.createdAt = at;
        body.kinds.add(Kind.PUBLIC_BODY);
        body.domains.add(domain);
        return body;
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }
}
