package org.enrol.account.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.enrol.account.service.MyAccount;
import org.enrol.page.faces.OwnPlace;

/** Backs account/password.xhtml. */
@Named
@RequestScoped
public class PasswordForm {

    @Inject
    MyAccount account;
    @Inject
    SignedIn me;
    @Inject
    OwnPlace places;
    private String current;
    private String password;

    public void submit() {
        account.changePassword(current, password, me.token());
        places.go("/account?saved=password");
    }

    public String getCurrent() {
        return current;
    }

    public void setCurrent(String current) {
        this.current = current;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
