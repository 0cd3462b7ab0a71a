package org.enrol.registry.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.enrol.registry.service.DomainDossier;
import org.enrol.registry.service.DomainDossier.Proposal;
import org.enrol.registry.service.DomainDossier.Removal;

/** What stands beside the table of admin/domains.xhtml: what waits for a second administrator, and what was taken out. */
@Named
@RequestScoped
public class DomainDesk {

    private static final Set<String> DONE = Set.of("proposed", "confirmed", "declined", "removed");

    @Inject
    DomainDossier dossier;
    @Inject
    HttpServletRequest request;
    private List<Proposal> proposals;
    private List<Removal> removals;

    /** Whether this person decides about domains; others read. */
    public boolean isDeciding() {
        return request.isUserInRole("ADMINISTRATOR");
    }

    /** What was done just before, as the address says; empty if nothing was. */
    public String getDone() {
        String done = request.getParameter("done");
        return done != null && DONE.contains(done) ? done : "";
    }

    public List<Proposal> getProposals() {
        if (proposals == null) {
            proposals = dossier.openProposals();
        }
        return proposals;
    }

    public List<Removal> getRemovals() {
        if (removals == null) {
            removals = dossier.removals();
        }
        return removals;
    }
}
