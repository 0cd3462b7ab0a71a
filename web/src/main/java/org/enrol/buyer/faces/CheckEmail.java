package org.enrol.buyer.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.enrol.buyer.service.BuyerRegistration;
import org.enrol.page.faces.OwnPlace;
import org.enrol.page.faces.Visitor;
import org.enrol.registration.service.Registrations.Current;

/** Backs buyer/check-email.xhtml. Says the same whether or not the address has an account. */
@Named
@RequestScoped
public class CheckEmail {

    @Inject
    BuyerRegistration registration;
    @Inject
    Visitor visitor;
    @Inject
    OwnPlace places;
    private Current current;

    @PostConstruct
    void load() {
        current = registration.current(visitor.token()).orElse(null);
    }

    public void sendAgain() {
        registration.sendAgain(visitor.token());
        places.go("/buyer/check-email?again=true");
    }

    /** Null for a browser that has handed in nothing, or sends no cookies. */
    public Current getCurrent() {
        return current;
    }
}
