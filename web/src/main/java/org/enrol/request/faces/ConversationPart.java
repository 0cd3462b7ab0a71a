package org.enrol.request.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.enrol.page.faces.FormNumber;
import org.enrol.page.faces.OwnPlace;
import org.enrol.request.port.Applicant;
import org.enrol.request.service.MessageView;
import org.enrol.request.service.StaffConversation;

/** Backs the part of admin/request.xhtml where staff write to applicants and leave notes for each other. */
@Named
@RequestScoped
public class ConversationPart {

    @Inject
    StaffConversation conversation;
    @Inject
    RequestPage page;
    @Inject
    FormNumber number;
    @Inject
    OwnPlace places;
    private List<MessageView> messages;
    private List<Applicant> applicants;
    private String message;
    private String recipient;

    public void say() {
        conversation.say(page.getId(), recipient, message, number.get());
        places.go("/admin/request?id=" + page.getId() + "&said=true#conversation");
    }

    public void note() {
        conversation.note(page.getId(), message, number.get());
        places.go("/admin/request?id=" + page.getId() + "&noted=true#conversation");
    }

    /** Whether this person may write anything here. */
    public boolean isOpen() {
        return conversation.mayNote();
    }

    /** Whether this person may write to applicants. */
    public boolean isMaySay() {
        return conversation.maySay();
    }

    public List<MessageView> getMessages() {
        if (messages == null) {
            messages = conversation.read(page.getId());
        }
        return messages;
    }

    /** Whom one may write to. */
    public List<Applicant> getApplicants() {
        if (applicants == null) {
            applicants = conversation.applicants(page.getId()).stream().filter(Applicant::waiting).toList();
        }
        return applicants;
    }

    public String getMessage() {
        return message;
    }

    public void setMessage(String message) {
        this.message = message;
    }

    public String getRecipient() {
        return recipient;
    }

    public void setRecipient(String recipient) {
        this.recipient = recipient;
    }
}
