package org.enrol.audit.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.enrol.audit.service.AuditErasure;

/** Backs the part of admin/audit.xhtml where an administrator erases what the trail keeps of somebody whose account is closed. */
@Named
@RequestScoped
public class ErasePersonal {

    @Inject
    AuditErasure erasure;
    @Inject
    HttpServletRequest request;
    private String account;

    /** An account is typed as the trail writes it, {@code account:7}, or by its number alone. */
    public String submit() {
        long erased = erasure.eraseAccount(number(account == null ? "" : account.strip().replaceFirst("^account:", "")));
        return "/admin/audit.xhtml?faces-redirect=true&erased=" + erased;
    }

    /** How many entries the last one concerned, as the address says. */
    public long getErased() {
        return number(request.getParameter("erased"));
    }

    private static long number(String typed) {
        return typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0;
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account;
    }
}
