package org.enrol.registry.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.enrol.error.EnrolException;
import org.enrol.page.faces.OwnPlace;
import org.enrol.registry.model.DomainTerms;
import org.enrol.registry.service.DomainDossier;
import org.enrol.registry.service.DomainDossier.Removal;
import org.enrol.registry.service.DomainProposals;

/** Backs admin/domain/add.xhtml; filled in already where an entry that was taken out is put back. */
@Named
@RequestScoped
public class AddDomain {

    @Inject
    DomainProposals proposals;
    @Inject
    DomainDossier dossier;
    @Inject
    OwnPlace places;
    private long removal;
    private String domain;
    private String organisation;
    private boolean includeSubdomains = true;
    private boolean replaceBelow;
    private String evidence;

    /** @throws EnrolException DOMAIN_NOT_FOUND if nothing was taken out under that number */
    public void arrive() {
        if (removal != 0) {
            Removal gone = dossier.removal(removal);
            domain = gone.terms().domain();
            organisation = gone.terms().organisation();
            includeSubdomains = gone.terms().includesSubdomains();
            evidence = gone.evidence();
        }
    }

    public void propose() {
        long id = proposals.propose(new DomainTerms(text(domain), text(organisation), includeSubdomains, replaceBelow), evidence);
        places.go("/admin/domain/proposal?id=" + id + "&done=proposed");
    }

    private static String text(String typed) {
        return typed == null ? "" : typed;
    }

    public long getRemoval() {
        return removal;
    }

    public void setRemoval(long removal) {
        this.removal = removal;
    }

    public String getDomain() {
        return domain;
    }

    public void setDomain(String domain) {
        this.domain = domain;
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(String organisation) {
        this.organisation = organisation;
    }

    public boolean isIncludeSubdomains() {
        return includeSubdomains;
    }

    public void setIncludeSubdomains(boolean includeSubdomains) {
        this.includeSubdomains = includeSubdomains;
    }

    public boolean isReplaceBelow() {
        return replaceBelow;
    }

    public void setReplaceBelow(boolean replaceBelow) {
        this.replaceBelow = replaceBelow;
    }

    public String getEvidence() {
        return evidence;
    }

    public void setEvidence(String evidence) {
        this.evidence = evidence;
    }
}
