package org.enrol.account.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.enrol.account.service.MyAccount;
import org.enrol.account.service.MyAccount.Profile;
import org.enrol.page.faces.OwnPlace;

/** Backs account.xhtml and account/details.xhtml. */
@Named
@RequestScoped
public class DetailsForm {

    @Inject
    MyAccount account;
    @Inject
    OwnPlace places;
    private Profile profile;
    private String name;
    private String phone;

    @PostConstruct
    void load() {
        profile = account.profile();
        name = profile.name();
        phone = profile.phone();
    }

    public void submit() {
        account.correct(name, phone);
        places.go("/account?saved=details");
    }

    public Profile getProfile() {
        return profile;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }
}
