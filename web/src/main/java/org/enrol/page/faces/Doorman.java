package org.enrol.page.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Decides whether a request may go on to a page. */
@ApplicationScoped
public class Doorman {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    @Inject
    SiteAddress site;
    @Inject
    Visitor visitor;
    @Inject
    CsrfToken csrf;
    @Inject
    RequestOrigin origin;

    /** @return null if nothing stands against it */
    RequestRefusal refusal(HttpServletRequest request) {
        if (!site.isNamedBy(request.getHeader("Host"))) {
            return RequestRefusal.FOREIGN_HOST;
        }
        if (SiteArea.of(request) == SiteArea.API) {
            return null;
        }
        if (!METHODS.contains(request.getMethod())) {
            return RequestRefusal.METHOD;
        }
        if (RequestShape.isTooLong(request)) {
            return RequestRefusal.TOO_LONG;
        }
        return fieldsRefusal(request);
    }

    private RequestRefusal fieldsRefusal(HttpServletRequest request) {
        try {
            if (RequestShape.isHandedIn(request) && !isOurForm(request)) {
                return RequestRefusal.FOREIGN_FORM;
            }
            return RequestShape.isMalformed(request) ? RequestRefusal.MALFORMED : null;
        } catch (IllegalStateException | IllegalArgumentException unreadable) {
            return RequestRefusal.MALFORMED;
        }
    }

    private boolean isOurForm(HttpServletRequest request) {
        return request.getMethod().equals("POST") && SiteArea.of(request) == SiteArea.PAGE && RequestShape.isForm(request) && visitor.isReturning() && origin.isOurs(request)
                && csrf.accepts(visitor.token(), request.getParameter(CsrfToken.FIELD));
    }
}
