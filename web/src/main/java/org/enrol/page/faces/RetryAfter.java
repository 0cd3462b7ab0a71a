package org.enrol.page.faces;

import jakarta.servlet.http.HttpServletResponse;
import org.enrol.error.ErrorCode;

/** When it is worth asking again, for whoever reads headers and not pages. */
final class RetryAfter {

    /** Seconds: as long as a network waits that has failed too often. */
    private static final int TOO_MANY = 15 * 60;
    /** Seconds: what is unavailable mends itself soon, or not by itself. */
    private static final int UNAVAILABLE = 30;

    private RetryAfter() {
    }

    /** Adds the header to an answer whose status calls for it. */
    static void write(HttpServletResponse response, int status) {
        if (status == RefusalStatus.of(ErrorCode.Kind.TOO_MANY)) {
            response.setIntHeader("Retry-After", TOO_MANY);
        } else if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setIntHeader("Retry-After", UNAVAILABLE);
        }
    }
}
