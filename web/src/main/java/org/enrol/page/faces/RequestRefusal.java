package org.enrol.page.faces;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Why the door stays shut. The container then shows the error page of the status. */
enum RequestRefusal {

    FOREIGN_HOST(HttpServletResponse.SC_BAD_REQUEST),
    MALFORMED(HttpServletResponse.SC_BAD_REQUEST),
    METHOD(HttpServletResponse.SC_METHOD_NOT_ALLOWED),
    TOO_LONG(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE),
    /** The form is not from a page that we gave to this browser, or its cookie is gone. */
    FOREIGN_FORM(HttpServletResponse.SC_FORBIDDEN);

    private final int status;

    RequestRefusal(int status) {
        this.status = status;
    }

    void send(HttpServletResponse response) throws IOException {
        if (this == METHOD) {
            response.setHeader("Allow", "GET, HEAD, POST");
        }
        if (this == TOO_LONG) {
            response.setHeader("Connection", "close");
        }
        response.sendError(status, name());
    }
}
