package org.enrol.audit.faces;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.enrol.audit.service.AuditFilter;
import org.enrol.audit.service.AuditLine;
import org.enrol.audit.service.AuditReading;

/**
 * The lines of the audit page as a file for spreadsheets. Written piece by piece while it is read, so that a trail of any length needs no
 * memory and no long transaction. Who may have it, web.xml and the service say.
 */
@WebServlet("/admin/audit.csv")
public class AuditExport extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int PIECE = 1_000;
    /** Without it, spreadsheets take the file for one of their own country's. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final List<String> NAMES = List.of("id", "at", "action", "actor", "subject", "request", "sealed");
    private static final List<String> PERSONAL_NAMES = List.of("address", "detail");

    @Inject
    transient AuditReading trail;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AuditFilter filter = TypedFilter.of(request::getParameter).toFilter();
        trail.beginExport(filter);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"enrol-audit.csv\"");
        PrintWriter writer = response.getWriter();
        writer.write(BYTE_ORDER_MARK);
        writer.write(line(NAMES, PERSONAL_NAMES, filter.personal()));
        write(filter, writer);
    }

    /** Ends early if nobody reads any more. */
    private void write(AuditFilter filter, PrintWriter writer) {
        List<AuditLine> piece = trail.exported(filter, null, PIECE);
        while (!piece.isEmpty() && !writer.checkError()) {
            piece.forEach(line -> writer.write(line(line, filter.personal())));
            AuditLine.Key last = piece.get(piece.size() - 1).key();
            piece = piece.size() < PIECE ? List.of() : trail.exported(filter, last, PIECE);
        }
    }

    private static String line(AuditLine line, boolean personal) {
        return line(List.of(Long.toString(line.id()), line.at().toString(), line.action(), line.actor(), line.subject(), line.request(),
                Boolean.toString(line.sealed())), List.of(line.address(), line.detail()), personal);
    }

    private static String line(List<String> cells, List<String> personalCells, boolean personal) {
        List<String> all = new ArrayList<>(cells);
        if (personal) {
            all.addAll(personalCells);
        }
        return CsvLine.of(all);
    }
}
