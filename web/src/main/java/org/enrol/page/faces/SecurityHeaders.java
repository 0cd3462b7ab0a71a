package org.enrol.page.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.enrol.secret.SecretKeys;

/** The headers that every answer carries, whatever it is: pages, files, API, errors. */
@ApplicationScoped
public class SecurityHeaders {

    private static final String NONCE = SecurityHeaders.class.getName() + ".nonce";
    private static final String POLICY = "default-src 'none'; script-src 'nonce-%s' 'self'; style-src 'self'%s; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
            + "object-src 'none'; frame-ancestors 'none'";
    /** PrimeFaces writes style attributes into tables and dialogs; style elements and scripts stay bound to the nonce. */
    private static final String BACK_OFFICE_STYLES = "; style-src-attr 'unsafe-inline'";

    @Inject
    SiteAddress site;

    /** Again is the same: the nonce belongs to the request. */
    public void write(HttpServletRequest request, HttpServletResponse response) {
        String styles = BackOffice.owns(request) ? BACK_OFFICE_STYLES : "";
        response.setHeader("Content-Security-Policy", POLICY.formatted(nonce(request), styles));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        response.setHeader(RequestId.HEADER, RequestId.of(request));
        if (site.isEncrypted()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    /** The same for one request and its error page, because an error page drops the headers and writes them again. */
    static String nonce(HttpServletRequest request) {
        if (request.getAttribute(NONCE) == null) {
            request.setAttribute(NONCE, SecretKeys.random(18));
        }
        return (String) request.getAttribute(NONCE);
    }
}
