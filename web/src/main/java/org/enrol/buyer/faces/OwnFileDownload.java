package org.enrol.buyer.faces;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.enrol.buyer.service.AccessFiles;
import org.enrol.error.EnrolException;
import org.enrol.page.faces.RefusalStatus;
import org.enrol.request.faces.HandedFile;

/** A file that somebody who waits for a domain has sent, for whoever holds the secret link: {@code ?token=&id=}. */
@WebServlet("/buyer/access/attachment")
public class OwnFileDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient AccessFiles files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = request.getParameter("id");
        try {
            HandedFile.write(files.open(request.getParameter("token"), id != null && id.matches("\\d{1,18}") ? Long.parseLong(id) : 0), response);
        } catch (EnrolException refused) {
            RefusalStatus.send(refused, response);
        }
    }
}
