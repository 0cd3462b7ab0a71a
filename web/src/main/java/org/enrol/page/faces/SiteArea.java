package org.enrol.page.faces;

import jakarta.servlet.http.HttpServletRequest;

/** What kind of thing an address names; only pages have a visitor and forms. */
public enum SiteArea {

    PAGE, FILE, API;

    public static SiteArea of(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.startsWith("/api/")) {
            return API;
        }
        boolean file = path.startsWith("/jakarta.faces.resource/") || path.equals("/sw.js") || path.equals("/favicon.svg")
                || path.equals("/favicon.ico") || path.equals("/robots.txt");
        return file ? FILE : PAGE;
    }
}
