package org.enrol.page.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import org.enrol.error.EnrolException;
import org.enrol.error.Refusal;

/**
 * Turns refusals of the services into messages: at their field where the page has it, else above all. A page that gives one refusal words
 * and a heading of its own names its slug in the view's attribute {@code ownPageFor}; the field stays without a message then.
 */
@RequestScoped
public class RefusalMessages {

    private static final String OWN_PAGE = "ownPageFor";
    private static final String SLUG = RefusalMessages.class.getName() + ".slug";

    @Inject
    Texts texts;

    /** @return the text of the refusal in the language of the request */
    public String of(Refusal refusal) {
        return texts.format("error." + refusal.code().slug(), refusal.arguments());
    }

    /** The slug of what was refused on this page; empty if nothing was. For refusals that deserve more than a line at a field. */
    static String slug(FacesContext faces) {
        return (String) faces.getExternalContext().getRequestMap().getOrDefault(SLUG, "");
    }

    void show(EnrolException refused, FacesContext faces) {
        faces.getExternalContext().getRequestMap().put(SLUG, refused.code().slug());
        refused.reasons().forEach(reason -> show(reason, faces));
        faces.validationFailed();
    }

    private void show(Refusal reason, FacesContext faces) {
        String text = of(reason);
        String field = reason.field();
        boolean ownPage = reason.code().slug().equals(faces.getViewRoot().getAttributes().get(OWN_PAGE));
        boolean onPage = !ownPage && !field.isEmpty()
                && isOnPage(field, faces);
        faces.addMessage(onPage ? field : null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
    }

    /** By the id in the page: forms do not put theirs before it, but a search by component id would still stop at them. */
    private static boolean isOnPage(String field, FacesContext faces) {
        return faces.getViewRoot().invokeOnComponent(faces, field, (context, component) -> { });
    }
}
