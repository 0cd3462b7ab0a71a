package org.enrol.request.faces;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.enrol.page.faces.Texts;
import org.enrol.request.service.WorkCounts;

/** How many requests each list holds now, as the page writes it: work.js asks again and again while somebody looks at the lists. */
@WebServlet("/admin/work-counts")
public class WorkNumbers extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient WorkCounts counts;
    @Inject
    transient Texts texts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonObjectBuilder numbers = Json.createObjectBuilder();
        counts.get().forEach((list, count) -> numbers.add(list.name(), texts.with("requests.count", "n", count)));
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write(numbers.build().toString());
    }
}
