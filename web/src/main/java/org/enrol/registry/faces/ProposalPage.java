package org.enrol.registry.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.enrol.audit.service.CurrentActor;
import org.enrol.error.EnrolException;
import org.enrol.page.faces.OwnPlace;
import org.enrol.registry.service.DomainDossier;
import org.enrol.registry.service.DomainDossier.Proposal;
import org.enrol.registry.service.DomainProposals;
import org.enrol.registry.service.TypedDomains;

/** Backs admin/domain/proposal.xhtml: one proposal, and what the second administrator does with it. */
@Named
@RequestScoped
public class ProposalPage {

    @Inject
    DomainProposals proposals;
    @Inject
    DomainDossier dossier;
    @Inject
    TypedDomains typed;
    @Inject
    CurrentActor actor;
    @Inject
    OwnPlace places;
    @Inject
    HttpServletRequest request;
    private long id;
    private Proposal proposal;
    private String reason;

    @PostConstruct
    void read() {
        String number = request.getParameter("id");
        id = number != null && number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
    }

    /** @throws EnrolException DOMAIN_NOT_FOUND becomes the page for that */
    public void arrive() {
        getProposal();
    }

    public void confirm() {
        proposal = null;
        proposals.confirm(id);
        places.go("/admin/domains?done=confirmed");
    }

    public void decline() {
        proposal = null;
        proposals.decline(id, reason);
        places.go("/admin/domains?done=declined");
    }

    /** Read when it is shown, so that whoever lost a race sees how things stand now. */
    public Proposal getProposal() {
        if (proposal == null) {
            proposal = dossier.proposal(id);
        }
        return proposal;
    }

    public String getReadable() {
        return typed.readable(getProposal().terms().domain());
    }

    public boolean isOpen() {
        return getProposal().outcome() == null;
    }

    /** While it is open, and while a pressed button is looked for: or whoever comes second would get no answer. */
    public boolean isOffered() {
        return isOpen() || FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
    }

    /** Whether this person made it, and so cannot confirm it. */
    public boolean isOwn() {
        return getProposal().proposerId() == actor.accountId();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
