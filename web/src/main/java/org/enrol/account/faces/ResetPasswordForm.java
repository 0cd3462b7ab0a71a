package org.enrol.account.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.enrol.account.service.PasswordReset;
import org.enrol.error.ErrorCode;
import org.enrol.page.faces.OwnPlace;
import org.enrol.page.faces.RefusalStatus;

/** Backs reset-password.xhtml. Opening the link changes nothing; posting the page does. */
@Named
@RequestScoped
public class ResetPasswordForm {

    @Inject
    PasswordReset reset;
    @Inject
    OwnPlace places;
    @Inject
    HttpServletRequest request;
    private String token;
    private String password;
    private ErrorCode problem;

    /** From the address, or from the form that repeats it: needed before Faces has looked at any field. */
    @PostConstruct
    void read() {
        token = Objects.requireNonNullElse(request.getParameter("token"), "");
    }

    public void arrive() {
        problem = reset.problem(token).orElse(null);
        RefusalStatus.answerWith(problem);
    }

    public void submit() {
        reset.reset(token, password);
        places.go("/sign-in?reset=true");
    }

    /** Why the link is not good; null if it is. */
    public ErrorCode getProblem() {
        return problem;
    }

    public String getAddress() {
        return reset.address(token);
    }

    public String getToken() {
        return token;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
