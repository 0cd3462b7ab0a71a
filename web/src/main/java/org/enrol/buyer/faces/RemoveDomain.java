package org.enrol.buyer.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.enrol.buyer.service.DomainRemovals;
import org.enrol.page.faces.OwnPlace;

/** Backs the form of admin/domain/remove.xhtml. */
@Named
@RequestScoped
public class RemoveDomain {

    @Inject
    DomainRemovals removals;
    @Inject
    OwnPlace places;
    @Inject
    HttpServletRequest request;
    private String reason;
    private boolean suspending;

    public void remove() {
        String name = request.getParameter("name");
        removals.remove(name == null ? "" : name, reason, suspending);
        places.go("/admin/domains?done=removed");
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public boolean isSuspending() {
        return suspending;
    }

    public void setSuspending(boolean suspending) {
        this.suspending = suspending;
    }
}
