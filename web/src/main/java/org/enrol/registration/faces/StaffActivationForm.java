package org.enrol.registration.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.enrol.account.faces.SignedIn;
import org.enrol.page.faces.LanguageChoice;
import org.enrol.page.faces.OwnPlace;
import org.enrol.registration.service.Activated;
import org.enrol.registration.service.StaffActivation;

/** Backs the part of activate.xhtml that invited staff see. */
@Named
@RequestScoped
public class StaffActivationForm {

    @Inject
    StaffActivation activation;
    @Inject
    ActivationForm link;
    @Inject
    SignedIn me;
    @Inject
    LanguageChoice choice;
    @Inject
    OwnPlace places;
    private String name;
    private String password;
    private boolean accepted;

    public void submit() {
        Activated activated = activation.activate(link.getToken(), name, password, accepted, choice.language().code());
        me.begin(activated.session());
        places.go(SignedIn.home(activated.role()));
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public boolean isAccepted() {
        return accepted;
    }

    public void setAccepted(boolean accepted) {
        this.accepted = accepted;
    }
}
