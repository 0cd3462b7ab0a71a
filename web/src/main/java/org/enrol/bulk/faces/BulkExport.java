package org.enrol.bulk.faces;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.enrol.audit.faces.CsvLine;
import org.enrol.bulk.service.BulkQueries;
import org.enrol.bulk.service.BulkRow;
import org.enrol.error.EnrolException;
import org.enrol.page.faces.RefusalStatus;

/** The results of a job as a file for spreadsheets, written piece by piece while they are read. Who may have it, web.xml and the service say. */
@WebServlet("/admin/bulk.csv")
public class BulkExport extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int PIECE = 1_000;
    /** Without it, spreadsheets take the file for one of their own country's. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @Inject
    transient BulkQueries jobs;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long job = BulkJobPage.number(request.getParameter("id"));
        try {
            jobs.beginExport(job);
        } catch (EnrolException unknown) {
            response.sendError(RefusalStatus.of(unknown.code().kind()));
            return;
        }
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"enrol-bulk-" + job + ".csv\"");
        PrintWriter writer = response.getWriter();
        writer.write(BYTE_ORDER_MARK + CsvLine.of(List.of("request", "reference", "title", "result", "refusal", "at")));
        write(job, writer);
    }

    /** Ends early if nobody reads any more. */
    private void write(long job, PrintWriter writer) {
        List<BulkRow> piece = jobs.items(job, null, 0, PIECE);
        while (!piece.isEmpty() && !writer.checkError()) {
            piece.forEach(row -> writer.write(line(row)));
            piece = piece.size() < PIECE ? List.of() : jobs.items(job, null, piece.get(piece.size() - 1).id(), PIECE);
        }
    }

    private static String line(BulkRow row) {
        return CsvLine.of(List.of(Long.toString(row.requestId()), row.reference(), row.title(), row.state().name(),
                row.refusal() == null ? "" : row.refusal().code() + " " + row.refusal().slug(), Objects.toString(row.endedAt(), "")));
    }
}
