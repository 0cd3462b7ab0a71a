package org.enrol.page.faces;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;

/** The one place that turns the kind of a refusal into an HTTP status. */
public final class RefusalStatus {

    /** Not among the constants of the servlet API. */
    public static final int UNPROCESSABLE = 422;
    /** The same. */
    static final int TOO_MANY = 429;

    private RefusalStatus() {
    }

    public static int of(ErrorCode.Kind kind) {
        return switch (kind) {
            case MALFORMED -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case GONE -> 410;
            case INVALID -> UNPROCESSABLE;
            case TOO_MANY -> TOO_MANY;
            case FAULT -> 500;
            case UNAVAILABLE -> 503;
        };
    }

    /** Answers with the page of a refusal, where no page of Faces is being written. */
    public static void send(EnrolException refused, HttpServletResponse response) throws IOException {
        response.sendError(of(refused.code().kind()), refused.code().code());
    }

    /** Gives the page that is about to be written the status of a refusal. @param refused null for none */
    public static void answerWith(ErrorCode refused) {
        if (refused != null) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(of(refused.kind()));
        }
    }

    /** In how many seconds it is worth trying again; 0 where waiting does not help. */
    static int retryAfter(ErrorCode.Kind kind) {
        return switch (kind) {
            case TOO_MANY -> 900;
            case UNAVAILABLE -> 120;
            case MALFORMED, INVALID, UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT, GONE, FAULT -> 0;
        };
    }

    /** Whether the person can do something about it on the page itself; otherwise the refusal is a page of its own. */
    static boolean leavesThePage(ErrorCode.Kind kind) {
        return switch (kind) {
            case MALFORMED, UNAUTHENTICATED, NOT_FOUND, GONE, FAULT -> true;
            case INVALID, FORBIDDEN, CONFLICT, TOO_MANY, UNAVAILABLE -> false;
        };
    }
}
