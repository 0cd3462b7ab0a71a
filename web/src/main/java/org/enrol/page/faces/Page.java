package org.enrol.page.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** What the templates and tags ask of the page that is being written. */
@Named
@RequestScoped
public class Page {

    /**
     * One line of the error summary.
     *
     * @param field the id of the field it leads to; empty if it is about the whole page
     */
    public record ErrorLine(String field, String text) {
    }

    @Inject
    LanguageChoice choice;
    @Inject
    CsrfToken csrf;
    @Inject
    Visitor visitor;
    @Inject
    HttpServletRequest request;
    private String csrfToken;

    public String getNonce() {
        return SecurityHeaders.nonce(request);
    }

    /** One token for all forms of a page. */
    public String getCsrf() {
        if (csrfToken == null) {
            csrfToken = csrf.issue(visitor.token());
        }
        return csrfToken;
    }

    public String getLang() {
        return choice.language().code();
    }

    public String getDir() {
        return choice.language().direction();
    }

    public Locale getLocale() {
        return choice.language().locale();
    }

    /** The number that people quote when something went wrong. */
    public String getReference() {
        return RequestId.of(request);
    }

    public boolean isSignedIn() {
        return request.getUserPrincipal() != null;
    }

    /** Whether something was refused on this page, so that its title says so first. */
    public boolean isRefused() {
        return !getErrors().isEmpty();
    }

    /** What was refused, by the slug of its code; empty if nothing was. */
    public String getRefusal() {
        return RefusalMessages.slug(FacesContext.getCurrentInstance());
    }

    /** The first message of each field and all that concern the page, in the order of the fields. */
    public List<ErrorLine> getErrors() {
        FacesContext faces = FacesContext.getCurrentInstance();
        List<ErrorLine> lines = new ArrayList<>();
        for (Iterator<String> ids = faces.getClientIdsWithMessages(); ids.hasNext();) {
            String id = ids.next();
            List<FacesMessage> messages = faces.getMessageList(id);
            int shown = id == null ? messages.size() : 1;
            messages.stream().limit(shown).forEach(message -> lines.add(new ErrorLine(id == null ? "" : id, message.getSummary())));
        }
        return lines;
    }
}
