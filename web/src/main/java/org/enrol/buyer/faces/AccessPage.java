package org.enrol.buyer.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.util.Objects;
import org.enrol.buyer.service.AccessByLink;
import org.enrol.buyer.service.AccessFiles;
import org.enrol.buyer.service.AccessStatus;
import org.enrol.buyer.service.AccessView;
import org.enrol.page.faces.FormNumber;
import org.enrol.page.faces.OwnPlace;
import org.enrol.request.faces.SentFile;
import org.enrol.request.service.Attachments;

/** Backs buyer/access.xhtml and what it leads to: where a request for a domain stands, for whoever holds the secret link. */
@Named
@RequestScoped
public class AccessPage {

    @Inject
    AccessView view;
    @Inject
    AccessByLink access;
    @Inject
    AccessFiles files;
    @Inject
    Attachments limits;
    @Inject
    FormNumber number;
    @Inject
    OwnPlace places;
    @Inject
    HttpServletRequest request;
    private String token;
    private AccessStatus status;
    private String message;
    private Part file;

    @PostConstruct
    void read() {
        token = Objects.requireNonNullElse(request.getParameter("token"), "");
    }

    /** Refused before anything is written if the link is not good. */
    public void arrive() {
        getStatus();
    }

    public void answer() {
        access.answer(token, message, number.get());
        places.go("/buyer/access?token=" + token + "&done=answered");
    }

    public void send() {
        SentFile sent = SentFile.of(file, limits.most());
        files.add(token, sent.name(), sent.declared(), sent.content(), number.get());
        places.go("/buyer/access?token=" + token + "&done=filed");
    }

    public void withdraw() {
        access.withdraw(token);
        places.go("/buyer/access?token=" + token);
    }

    /** Read when it is shown, so that a refused form shows how things stand now. */
    public AccessStatus getStatus() {
        if (status == null) {
            status = view.status(token);
        }
        return status;
    }

    /** Whether the forms are there: also where one comes back refused, because the request was decided meanwhile. */
    public boolean isOpen() {
        return getStatus().open() || FacesContext.getCurrentInstance().isPostback();
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        // A view parameter, so that changing the language keeps it.
        this.token = token;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public String getMessage() {
        return message;
    }

    public void setMessage(String message) {
        this.message = message;
    }
}
