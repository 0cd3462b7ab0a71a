package org.enrol.account.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.enrol.account.model.Role;
import org.enrol.account.service.Person;

/** The person who is signed in, for the pages; {@code #{me.person.name}}. */
@Named("me")
@RequestScoped
public class SignedIn {

    private static final String PERSON = SignedIn.class.getName() + ".person";
    private static final String TOKEN = SignedIn.class.getName() + ".token";

    @Inject
    HttpServletRequest request;
    @Inject
    SessionCookie cookie;

    static void remember(HttpServletRequest request, Person person, String token) {
        request.setAttribute(PERSON, person);
        request.setAttribute(TOKEN, token);
    }

    /** Null if nobody is signed in. */
    public Person getPerson() {
        return (Person) request.getAttribute(PERSON);
    }

    /** The value of the session's cookie; empty if nobody is signed in. */
    public String token() {
        String token = (String) request.getAttribute(TOKEN);
        return token == null ? "" : token;
    }

    public boolean isStaff() {
        return getPerson() != null && getPerson().isStaff();
    }

    /** Starts a session in this browser. */
    public void begin(String token) {
        cookie.write((HttpServletResponse) FacesContext.getCurrentInstance().getExternalContext().getResponse(), token);
    }

    /** Forgets the session in this browser. */
    public void end() {
        cookie.clear((HttpServletResponse) FacesContext.getCurrentInstance().getExternalContext().getResponse());
    }

    /** First part of the bundle keys of the person's own area, and its address. */
    public String getArea() {
        return getPerson().isStaff() ? "admin" : getPerson().roles().contains(Role.BUYER) ? "buyer" : "account";
    }

    /** Where somebody with this role begins. */
    public static String home(Role role) {
        return role.isStaff() ? "/admin" : role == Role.BUYER ? "/buyer" : "/account";
    }
}
