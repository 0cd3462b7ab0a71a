package org.enrol.buyer.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.enrol.buyer.service.AccessCommands;
import org.enrol.buyer.service.AccessStatus;
import org.enrol.request.model.RequestStatus;

/** Backs buyer/access.xhtml: where a request for a domain stands, for whoever holds the secret link. */
@Named
@RequestScoped
public class AccessPage {

    @Inject
    AccessCommands access;
    @Inject
    HttpServletRequest request;
    private AccessStatus status;

    public void arrive() {
        status = access.status(request.getParameter("token"));
    }

    public AccessStatus getStatus() {
        return status;
    }

    /** What the applicant is told: the steps inside the office are one to them. */
    public String getPhase() {
        if (status.outcome() != null) {
            return status.outcome().name().toLowerCase(Locale.ROOT);
        }
        return switch (status.status().ball()) {
            case STAFF, APPROVER -> "deciding";
            case OWNER -> status.status() == RequestStatus.RETURNED ? "returned" : "completed";
            case NOBODY -> "completed";
        };
    }
}
