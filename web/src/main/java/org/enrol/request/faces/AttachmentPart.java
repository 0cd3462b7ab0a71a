package org.enrol.request.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.util.List;
import org.enrol.page.faces.FormNumber;
import org.enrol.page.faces.OwnPlace;
import org.enrol.request.service.AttachmentView;
import org.enrol.request.service.Attachments;
import org.enrol.request.service.StaffAttachments;

/** Backs the files of admin/request.xhtml, and admin/request/file.xhtml where staff add one. */
@Named
@RequestScoped
public class AttachmentPart {

    @Inject
    StaffAttachments attachments;
    @Inject
    Attachments limits;
    @Inject
    RequestPage page;
    @Inject
    FormNumber number;
    @Inject
    OwnPlace places;
    private List<AttachmentView> files;
    private Part file;

    public void send() {
        SentFile sent = SentFile.of(file, limits.most());
        attachments.add(page.getId(), sent.name(), sent.declared(), sent.content(), number.get());
        places.go("/admin/request?id=" + page.getId() + "&filed=true#attachments");
    }

    public List<AttachmentView> getFiles() {
        if (files == null) {
            files = attachments.list(page.getId());
        }
        return files;
    }

    /** Whether this person may add files. */
    public boolean isOpen() {
        return attachments.mayAdd();
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
