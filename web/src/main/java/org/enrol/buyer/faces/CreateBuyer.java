package org.enrol.buyer.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.enrol.buyer.service.BuyerRegistration;
import org.enrol.page.faces.LanguageChoice;
import org.enrol.page.faces.OwnPlace;
import org.enrol.page.faces.Visitor;

/** Backs buyer/create.xhtml. */
@Named
@RequestScoped
public class CreateBuyer {

    @Inject
    BuyerRegistration registration;
    @Inject
    Visitor visitor;
    @Inject
    LanguageChoice choice;
    @Inject
    OwnPlace places;
    private String email;

    public void submit() {
        registration.submit(visitor.token(), email, choice.language().code());
        places.go("/buyer/check-email");
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
