package org.enrol.page.faces;

import jakarta.faces.application.ViewExpiredException;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AccessRefusals;
import org.enrol.health.service.DatabaseOutage;

/** The door of every address: headers first, then who is asking, then whether the request may go on. Mapped in web.xml. */
public class SecurityFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String NOTED = SecurityFilter.class.getName() + ".noted";

    @Inject
    transient SecurityHeaders headers;
    @Inject
    transient Doorman doorman;
    @Inject
    transient Visitor visitor;
    @Inject
    transient LanguageChoice language;
    @Inject
    transient AccessRefusals refusals;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        headers.write(request, response);
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            showError(request, response, chain);
            return;
        }
        if (SiteArea.of(request) == SiteArea.PAGE) {
            response.setHeader("Cache-Control", "no-store");
            visitor.meet(request, response);
        }
        RequestRefusal refusal = doorman.refusal(request);
        if (refusal != null) {
            if (refusal == RequestRefusal.FOREIGN_FORM) {
                note(AuditAction.FORM_REFUSED, request);
            }
            refusal.send(response);
            return;
        }
        if (OwnPlace.isFolder(request)) {
            response.sendRedirect(OwnPlace.withoutSlash(request));
            return;
        }
        language.make(request, response);
        chain.doFilter(request, response);
        noteWhatWasRefused(request, response);
    }

    /** On the page itself, or with a page of its own. */
    private void noteWhatWasRefused(HttpServletRequest request, HttpServletResponse response) {
        if (response.getStatus() == RefusalStatus.TOO_MANY) {
            note(AuditAction.THROTTLED, request);
        } else if (response.getStatus() == HttpServletResponse.SC_FORBIDDEN && request.getUserPrincipal() != null) {
            note(AuditAction.ACCESS_REFUSED, request);
        }
    }

    /** Once, although the container comes by again for the page of an error. */
    private void note(AuditAction refused, HttpServletRequest request) {
        if (request.getAttribute(NOTED) == null) {
            request.setAttribute(NOTED, refused);
            Object erroneous = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
            refusals.note(refused, erroneous == null ? request.getRequestURI() : erroneous.toString());
        }
    }

    private void showError(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (DatabaseOutage.isBehind(thrown)) {
            answerWith(HttpServletResponse.SC_SERVICE_UNAVAILABLE, request, response);
        } else if (thrown instanceof ViewExpiredException) {
            answerWith(HttpServletResponse.SC_GONE, request, response);
        }
        RetryAfter.write(response, response.getStatus());
        noteWhatWasRefused(request, response);
        BareRequest bare = new BareRequest(request);
        if (visitor.token() == null) {
            visitor.meet(request, response);
        }
        language.make(bare, response);
        chain.doFilter(bare, response);
    }

    /** The container calls everything that was thrown the server's fault. */
    private static void answerWith(int status, HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        response.setStatus(status);
    }
}
