package org.enrol.account.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.enrol.account.service.SignIn;
import org.enrol.page.faces.OwnPlace;

/** Backs sign-out.xhtml. Only a post signs out: a link or a picture of another site must not. */
@Named
@RequestScoped
public class SignOutForm {

    @Inject
    SignIn signIn;
    @Inject
    SignedIn me;
    @Inject
    OwnPlace places;
    @Inject
    HttpServletRequest request;

    /** The button in the header of every page posts here without a view; the filter has checked its token. */
    public void arrive() {
        if (request.getMethod().equals("POST")) {
            submit();
        }
    }

    public void submit() {
        signIn.out(me.token());
        me.end();
        places.go("/sign-out?done=true");
    }
}
