package org.enrol.account.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import org.enrol.account.model.Role;
import org.enrol.account.service.Person;
import org.enrol.page.faces.OwnPlace;

/** Backs home.xhtml: leads whoever is signed in to their own area. */
@Named
@RequestScoped
public class Home {

    @Inject
    SignedIn me;
    @Inject
    OwnPlace places;

    public void lead() {
        Person person = me.getPerson();
        places.go(person == null ? "/sign-in" : person.roles().stream()
                .max(Comparator.comparing(Role::isStaff).thenComparing(Comparator.naturalOrder()))
                .map(SignedIn::home).orElse("/account"));
    }
}
