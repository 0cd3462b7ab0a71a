package org.enrol.page.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;

/** What an error page says: what happened, what became of the answers, what to do. Texts problem.&lt;topic&gt;.* of the bundle. */
@Named
@RequestScoped
public class ErrorPage {

    private static final String REFUSAL = ErrorPage.class.getName() + ".refusal";

    @Inject
    HttpServletRequest request;
    @Inject
    Texts texts;
    @Inject
    RefusalMessages messages;

    /** Answers with the status of the refusal; the container then comes back for the page. */
    static void show(EnrolException refused, FacesContext faces) {
        faces.getExternalContext().getRequestMap().put(REFUSAL, refused.reasons().get(0));
        try {
            faces.getExternalContext().responseSendError(RefusalStatus.of(refused.code().kind()), refused.code().code());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }

    public String getTitle() {
        return said("title");
    }

    public String getWhat() {
        Refusal refusal = refusal();
        return refusal == null ? said("what") : messages.of(refusal);
    }

    public String getAnswers() {
        return said("answers");
    }

    public String getNext() {
        return said("next");
    }

    /** The code that the help pages explain; empty where the refusal is the server's. */
    public String getCode() {
        return refusal() == null ? "" : refusal().code().code();
    }

    /** Whether signing in is the way on: nobody is signed in any more, or the account exists already. */
    public boolean isSignInHelps() {
        Refusal refusal = refusal();
        boolean exists = refusal != null && (refusal.code() == ErrorCode.LINK_USED || refusal.code() == ErrorCode.BUYER_ALREADY_REGISTERED);
        return exists || Integer.valueOf(HttpServletResponse.SC_UNAUTHORIZED).equals(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
    }

    private String said(String part) {
        String own = "problem." + topic() + "." + part;
        return texts.get(texts.has(own) ? own : "problem." + statusTopic() + "." + part);
    }

    private String topic() {
        if (refusal() != null) {
            return refusal().code().slug();
        }
        String reason = (String) request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
        return Arrays.stream(RequestRefusal.values()).map(Enum::name).filter(name -> name.equals(reason)).findFirst()
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-')).orElse(statusTopic());
    }

    private String statusTopic() {
        Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (status == null) {
            return "404";
        }
        return texts.has("problem." + status + ".title") ? status.toString() : status < 500 ? "400" : "500";
    }

    private Refusal refusal() {
        return (Refusal) request.getAttribute(REFUSAL);
    }
}
