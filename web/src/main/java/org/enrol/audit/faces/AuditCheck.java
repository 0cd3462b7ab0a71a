package org.enrol.audit.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.enrol.audit.service.AuditVerification;
import org.enrol.audit.service.VerificationReport;

/** Backs the part of admin/audit.xhtml that verifies the trail. */
@Named
@RequestScoped
public class AuditCheck {

    @Inject
    AuditVerification verification;

    /** Begins, and shows the page again. */
    public String start() {
        verification.start();
        return "/admin/audit.xhtml?faces-redirect=true";
    }

    public boolean isRunning() {
        return verification.runningSince().isPresent();
    }

    /** What was found last; null if nobody has asked since this server started. */
    public VerificationReport getReport() {
        return verification.last().orElse(null);
    }

    /** The first bad record first, in the language of the page. */
    public List<String> getFindings() {
        Locale language = FacesContext.getCurrentInstance().getViewRoot().getLocale();
        return getReport().findings().stream().map(finding -> finding.text(language)).toList();
    }
}
