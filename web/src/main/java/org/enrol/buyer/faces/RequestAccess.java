package org.enrol.buyer.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.enrol.buyer.service.AccessAnswers;
import org.enrol.buyer.service.AccessRequests;
import org.enrol.page.faces.LanguageChoice;
import org.enrol.page.faces.OwnPlace;

/** Backs buyer/request-access.xhtml. */
@Named
@RequestScoped
public class RequestAccess {

    @Inject
    AccessRequests requests;
    @Inject
    LanguageChoice choice;
    @Inject
    OwnPlace places;
    private String email;
    private String name;
    private String organisation;
    private String job;
    private String reason;
    private String evidenceLink;

    public void submit() {
        requests.ask(new AccessAnswers(email, name, organisation, job, reason, evidenceLink, choice.language().code()));
        places.go("/buyer/request-access?sent=true");
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(String organisation) {
        this.organisation = organisation;
    }

    public String getJob() {
        return job;
    }

    public void setJob(String job) {
        this.job = job;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getEvidenceLink() {
        return evidenceLink;
    }

    public void setEvidenceLink(String evidenceLink) {
        this.evidenceLink = evidenceLink;
    }
}
