package org.enrol.page.faces;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** The pages that take files. Everywhere else a form with files is refused, however small. */
final class UploadPage {

    /** Bytes: the largest file that ships, and its form. */
    static final long LONGEST_BODY = 11 * 1024 * 1024;
    private static final Set<String> PATHS = Set.of("/buyer/access/file", "/admin/request/file");

    private UploadPage() {
    }

    static boolean owns(HttpServletRequest request) {
        return PATHS.contains(SiteArea.path(request).replaceFirst("\\.xhtml$", ""));
    }
}
