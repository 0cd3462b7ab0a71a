package org.enrol.messaging.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import org.enrol.error.EnrolException;
import org.enrol.messaging.service.MailQueries;
import org.enrol.messaging.service.MailRow;
import org.enrol.messaging.service.MailSubjects;
import org.enrol.messaging.service.MailsAgain;
import org.enrol.page.faces.LanguageChoice;
import org.enrol.page.faces.OwnPlace;

/** Backs admin/message.xhtml: what became of one mail. */
@Named
@RequestScoped
public class MailPage {

    @Inject
    MailQueries mails;
    @Inject
    MailsAgain again;
    @Inject
    MailSubjects subjects;
    @Inject
    LanguageChoice language;
    @Inject
    OwnPlace places;
    @Inject
    HttpServletRequest request;
    private long id;
    private MailRow mail;

    @PostConstruct
    void read() {
        String value = request.getParameter("id");
        id = value != null && value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }

    /** @throws EnrolException MAIL_NOT_FOUND becomes the page for that */
    public void arrive() {
        getMail();
    }

    /** Leads to the mail that repeats it. */
    public void sendAgain() {
        places.go("/admin/message?id=" + again.send(id) + "&sent=true");
    }

    public MailRow getMail() {
        if (mail == null) {
            mail = mails.find(id);
        }
        return mail;
    }

    /** What the mail is called, in the language of the page. */
    public String getSubject() {
        return subjects.of(getMail().template(), language.language().code());
    }
}
