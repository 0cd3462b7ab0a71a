package org.enrol.page.faces;

import jakarta.servlet.http.HttpServletRequest;

/** Where the back office begins: its pages keep a view on the server and are allowed the inline styles that PrimeFaces writes. */
final class BackOffice {

    private BackOffice() {
    }

    static boolean owns(HttpServletRequest request) {
        String path = SiteArea.path(request);
        return path.equals("/admin") || path.startsWith("/admin/") || path.startsWith("/admin.");
    }
}
