package org.enrol.account.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.enrol.account.service.SignIn;
import org.enrol.page.faces.OwnPlace;

/** Backs sign-in.xhtml. */
@Named
@RequestScoped
public class SignInForm {

    @Inject
    SignIn signIn;
    @Inject
    SignedIn me;
    @Inject
    OwnPlace places;
    @Inject
    HttpServletRequest request;
    private String email;
    private String password;
    private String next;

    @PostConstruct
    void read() {
        next = request.getParameter("next");
    }

    /** Goes where the person wanted to go, else to /home, which knows the role. */
    public void submit() {
        me.begin(signIn.withPassword(email, password));
        places.go(OwnPlace.isOwn(next) ? next : "/home");
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getNext() {
        return next;
    }
}
