package org.enrol.buyer.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.enrol.account.faces.SignedIn;
import org.enrol.buyer.service.BuyerActivation;
import org.enrol.buyer.service.BuyerAnswers;
import org.enrol.page.faces.LanguageChoice;
import org.enrol.page.faces.OwnPlace;
import org.enrol.registration.faces.ActivationForm;
import org.enrol.registration.service.Activated;

/** Backs the part of activate.xhtml that buyers see. */
@Named
@RequestScoped
public class ActivateBuyer {

    @Inject
    BuyerActivation activation;
    @Inject
    ActivationForm link;
    @Inject
    SignedIn me;
    @Inject
    LanguageChoice choice;
    @Inject
    OwnPlace places;
    private String name;
    private String organisation;
    private String phone;
    private String password;
    private boolean accepted;

    /** Only where the page is seen for the first time: afterwards it says what was answered. */
    @PostConstruct
    void offer() {
        if (!FacesContext.getCurrentInstance().isPostback()) {
            organisation = link.arrival().open().map(activation::offeredOrganisation).orElse("");
        }
    }

    public void submit() {
        Activated activated = activation.activate(link.getToken(),
                new BuyerAnswers(name, organisation, phone, password, accepted, choice.language().code()));
        me.begin(activated.session());
        places.go(SignedIn.home(activated.role()));
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(String organisation) {
        this.organisation = organisation;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
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
