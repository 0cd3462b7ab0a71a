package org.enrol.account.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.enrol.account.service.PasswordReset;
import org.enrol.page.faces.LanguageChoice;
import org.enrol.page.faces.OwnPlace;

/** Backs forgotten-password.xhtml. The answer is the same for every address. */
@Named
@RequestScoped
public class ForgottenPasswordForm {

    @Inject
    PasswordReset reset;
    @Inject
    LanguageChoice choice;
    @Inject
    OwnPlace places;
    private String email;

    public void submit() {
        reset.ask(email, choice.language().code());
        places.go("/forgotten-password?sent=true");
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
