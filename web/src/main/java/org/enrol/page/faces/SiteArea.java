package org.enrol.page.faces;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** What kind of thing an address names; only pages have a visitor and forms. */
public enum SiteArea {

    PAGE, FILE, API;

    public static SiteArea of(HttpServletRequest request) {
        String path = path(request);
        if (path.startsWith("/api/")) {
            return API;
        }
        boolean file = path.startsWith("/jakarta.faces.resource/") || path.equals("/sw.js") || path.equals("/favicon.svg")
                || path.equals("/favicon.ico") || path.equals("/robots.txt");
        return file ? FILE : PAGE;
    }

    /** As the container has understood it: what the browser wrote may go round by another area ({@code /api/..;/buyer/create}). */
    static String path(HttpServletRequest request) {
        return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    }
}
