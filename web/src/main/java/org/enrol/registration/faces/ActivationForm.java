package org.enrol.registration.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.enrol.error.ErrorCode;
import org.enrol.page.faces.OwnPlace;
import org.enrol.page.faces.RefusalStatus;
import org.enrol.registration.service.Activations;
import org.enrol.registration.service.Arrival;

/** Backs activate.xhtml: what is behind the link, and the way on where it is no longer good. The journeys' own forms do the rest. */
@Named
@RequestScoped
public class ActivationForm {

    /** Field of the journeys' forms. */
    private static final String KIND = "kind";

    @Inject
    Activations activations;
    @Inject
    OwnPlace places;
    @Inject
    HttpServletRequest request;
    private String token;
    private Arrival arrival;

    /** From the address, or from the form that repeats it: needed before Faces has looked at any field. */
    @PostConstruct
    void read() {
        token = Objects.requireNonNullElse(request.getParameter("token"), "");
    }

    public void arrive() {
        RefusalStatus.answerWith(getProblem());
    }

    public void sendAgain() {
        activations.sendAgain(token);
        places.go("/activate?sent=true");
    }

    /** Null where the link is not good. */
    public String getKind() {
        return answered().or(() -> arrival().open().map(open -> open.kind().name())).orElse(null);
    }

    /**
     * Null where the link is good, and where it was answered: the service decides then, because a button may be pressed twice. Only a link
     * that can be renewed is looked at again, so that one that grew old while its page was open is offered anew.
     */
    public ErrorCode getProblem() {
        ErrorCode problem = arrival().problem().orElse(null);
        return answered().isPresent() && !isRenewable(problem) ? null : problem;
    }

    /** Which journey's form was posted. */
    private Optional<String> answered() {
        return Optional.ofNullable(request.getParameter(KIND));
    }

    public boolean isRenewable() {
        return isRenewable(getProblem());
    }

    private static boolean isRenewable(ErrorCode problem) {
        return problem == ErrorCode.LINK_EXPIRED || problem == ErrorCode.LINK_SUPERSEDED;
    }

    public String getAddress() {
        return arrival().address();
    }

    /** Enough to be recognised by whose it is; a link may have been forwarded. */
    public String getMaskedAddress() {
        String address = getAddress();
        return address.isEmpty() ? "" : address.substring(0, address.offsetByCodePoints(0, 1)) + "•••" + address.substring(address.lastIndexOf('@'));
    }

    public Arrival arrival() {
        if (arrival == null) {
            arrival = activations.look(token);
        }
        return arrival;
    }

    public String getToken() {
        return token;
    }
}
