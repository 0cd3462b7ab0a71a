package org.enrol.page.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import org.enrol.error.EnrolException;
import org.enrol.error.Refusal;

/** Turns refusals of the services into messages: at their field where the page has it, else above all. */
@RequestScoped
public class RefusalMessages {

    @Inject
    Texts texts;

    /** @return the text of the refusal in the language of the request */
    public String of(Refusal refusal) {
        return texts.format("error." + refusal.code().slug(), refusal.arguments());
    }

    void show(EnrolException refused, FacesContext faces) {
        refused.reasons().forEach(reason -> show(reason, faces));
        faces.validationFailed();
    }

    private void show(Refusal reason, FacesContext faces) {
        String text = of(reason);
        String field = reason.field();
        boolean onPage = !field.isEmpty() && faces.getViewRoot().findComponent(":" + field) != null;
        faces.addMessage(onPage ? field : null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
    }
}
