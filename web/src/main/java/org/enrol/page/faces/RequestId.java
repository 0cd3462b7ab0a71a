package org.enrol.page.faces;

import jakarta.servlet.ServletRequest;

/** The number of a request: in the log, as a header of the answer, and on error pages as the reference that people quote. */
final class RequestId {

    static final String HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = RequestId.class.getName();

    private RequestId() {
    }

    /** Always a number of our own, so that nobody can write into our log. */
    static String give(ServletRequest request) {
        String id = RandomText.spoken();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    static String of(ServletRequest request) {
        return (String) request.getAttribute(ATTRIBUTE);
    }
}
