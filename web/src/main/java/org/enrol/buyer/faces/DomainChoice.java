package org.enrol.buyer.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.enrol.buyer.service.DomainChoices;
import org.enrol.error.EnrolException;
import org.enrol.page.faces.OwnPlace;
import org.enrol.registry.model.DomainTerms;

/** Backs admin/domain/choice.xhtml: what the entry will say once the request is complete. */
@Named
@RequestScoped
public class DomainChoice {

    @Inject
    DomainCase domain;
    @Inject
    DomainChoices choices;
    @Inject
    OwnPlace places;
    private String organisation;
    private boolean includeSubdomains;
    private boolean replaceBelow;

    /** @throws EnrolException REQUEST_NOT_FOUND becomes the page for that */
    public void arrive() {
        DomainTerms terms = domain.getCurrent().terms();
        organisation = terms.organisation();
        includeSubdomains = terms.includesSubdomains();
        replaceBelow = terms.replacesBelow();
    }

    public void save() {
        String name = organisation == null ? "" : organisation;
        choices.choose(domain.getId(), new DomainTerms("", name, includeSubdomains, replaceBelow));
        places.go("/admin/request?id=" + domain.getId());
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
}
