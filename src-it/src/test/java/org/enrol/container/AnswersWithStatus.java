package org.enrol.container;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /status/503} fails with 503, and so on: brings up error pages that no page leads to on a healthy server. */
@WebServlet("/status/*")
public class AnswersWithStatus extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendError(Integer.parseInt(request.getPathInfo().substring(1)));
    }
}
