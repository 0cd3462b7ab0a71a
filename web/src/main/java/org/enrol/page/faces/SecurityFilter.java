package org.enrol.page.faces;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.enrol.audit.service.AccessRefusals;
import org.enrol.health.service.DatabaseOutage;

/** The door of every address: headers first, then who is asking, then whether the request may go on. Mapped in web.xml. */
public class SecurityFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

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
            refusal.send(response);
            return;
        }
        if (OwnPlace.isFolder(request)) {
            response.sendRedirect(OwnPlace.withoutSlash(request));
            return;
        }
        language.make(request, response);
        chain.doFilter(request, response);
    }

    private void showError(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        if (DatabaseOutage.isBehind((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))) {
            request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
        RetryAfter.write(response, response.getStatus());
        if (response.getStatus() == HttpServletResponse.SC_FORBIDDEN && request.getUserPrincipal() != null) {
            refusals.note((String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        }
        BareRequest bare = new BareRequest(request);
        if (visitor.token() == null) {
            visitor.meet(request, response);
        }
        language.make(bare, response);
        chain.doFilter(bare, response);
    }
}
