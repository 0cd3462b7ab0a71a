package org.enrol.request.faces;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.enrol.error.EnrolException;
import org.enrol.page.faces.RefusalStatus;
import org.enrol.request.service.StaffAttachments;

/** A file of a request, for staff: {@code ?id=}. Who may have it, web.xml and the service say. */
@WebServlet("/admin/request/attachment")
public class AttachmentDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient StaffAttachments attachments;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = request.getParameter("id");
        try {
            HandedFile.write(attachments.open(id != null && id.matches("\\d{1,18}") ? Long.parseLong(id) : 0), response);
        } catch (EnrolException refused) {
            RefusalStatus.send(refused, response);
        }
    }
}
