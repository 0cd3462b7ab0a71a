package org.enrol.page.faces;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** /problems/&lt;slug&gt;: a page for each error code. A servlet, because only these addresses end in a name of their own. */
@WebServlet("/problems/*")
public class ProblemAddress extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        String path = request.getPathInfo();
        if (path == null || !ProblemPage.accept(request, path.substring(1))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        request.getRequestDispatcher("/WEB-INF/pages/problem.xhtml").forward(request, response);
    }
}
