package org.enrol.buyer.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.enrol.registry.model.DomainTerms;

/** What the entry of the registry will say once a request for a domain is complete. Fixed when it is approved, so that the second one confirms what the first one saw. */
@Entity
public class DomainChoice {

    @Id
    private Long requestId;
    @Column(nullable = false)
    private String organisation;
    @Column(nullable = false)
    private boolean includeSubdomains;
    /** Whether entries that become redundant are taken out. */
    @Column(nullable = false)
    private boolean replaceBelow;
    @Column(nullable = false)
    private Long chosenBy;
    @Column(nullable = false)
    private Instant chosenAt;

    protected DomainChoice() {
    }

    public DomainChoice(long requestId) {
        this.requestId = requestId;
    }

    public void choose(DomainTerms terms, long by, Instant at) {
        organisation = terms.organisation();
        includeSubdomains = terms.includesSubdomains();
        replaceBelow = terms.replacesBelow();
        chosenBy = by;
        chosenAt = at;
    }

    /** @param domain that is asked for */
    public DomainTerms terms(String domain) {
        return new DomainTerms(domain, organisation, includeSubdomains, replaceBelow);
    }
}
