package org.enrol.page.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Whether the browser itself says that a post was sent from one of our pages. */
@ApplicationScoped
public class RequestOrigin {

    @Inject
    SiteAddress site;

    /**
     * Sec-Fetch-Site decides where the browser sends it. Origin decides otherwise, except {@code null}: our own referrer policy makes
     * browsers send that for our own forms. A browser that says neither is left to the token alone.
     */
    boolean isOurs(HttpServletRequest request) {
        String fetchSite = request.getHeader("Sec-Fetch-Site");
        if (fetchSite != null) {
            return fetchSite.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        return origin == null || origin.equals("null") || origin.equals(site.origin());
    }
}
