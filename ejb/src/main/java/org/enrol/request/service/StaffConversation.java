package org.enrol.request.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.enrol.account.model.Role;
import org.enrol.account.service.Names;
import org.enrol.account.service.PersonalAnswers;
import org.enrol.audit.model.Actor;
import org.enrol.audit.service.CurrentActor;
import org.enrol.audit.service.NothingPersonal;
import org.enrol.audit.service.StaffReads;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;
import org.enrol.request.model.Request;
import org.enrol.request.model.RequestMessage;
import org.enrol.request.port.Applicant;
import org.enrol.request.port.Said;

/** The conversation about a request as staff lead it: with one applicant, with all of them, or among themselves. */
@Stateless
@RolesAllowed({"ADMINISTRATOR", "SUPPORT", "AUDITOR"})
public class StaffConversation {

    @Inject
    Requests requests;
    @Inject
    Conversation conversation;
    @Inject
    Journeys journeys;
    @Inject
    Names names;
    @Inject
    CurrentActor actor;
    @Inject
    StaffReads reads;
    @Inject
    PersonalAnswers personal;

    /** Everything that was said, oldest first. */
    public List<MessageView> read(long requestId) {
        reads.note("request:" + requestId, "messages");
        List<RequestMessage> messages = conversation.all(requestId);
        Map<Long, String> staff = names.of(messages.stream().map(RequestMessage::author).map(Actor::accountOf)
                .collect(Collectors.toSet()));
        Map<String, String> applicants = applicants(requestId).stream().collect(Collectors.toMap(Applicant::key, Applicant::name));
        return messages.stream().map(message -> view(message, staff, applicants)).toList();
    }

    private static MessageView view(RequestMessage message, Map<Long, String> staff, Map<String, String> applicants) {
        String applicant = message.applicant().map(key -> applicants.getOrDefault(key, "")).orElse("");
        String author = message.isByStaff() ? staff.getOrDefault(Actor.accountOf(message.author()), "") : applicant;
        return new MessageView(message.at(), author, message.isByStaff(), message.isNote(), message.isByStaff() ? applicant : "", message.text());
    }

    /** Who asks, or did until they gave up. */
    public List<Applicant> applicants(long requestId) {
        reads.note("request:" + requestId, "applicants");
        return journeys.of(find(requestId).type()).applicants(requestId);
    }

    /** A note that only staff read. @throws EnrolException MESSAGE_…, TEXT_CHARACTERS at "message" */
    @RolesAllowed({"ADMINISTRATOR", "SUPPORT"})
    public void note(long requestId, String text, String form) {
        find(requestId);
        conversation.keep(new NewMessage(requestId, actor.get(), true, true, null, checked(text), form));
    }

    /**
     * Writes to the applicants, who are told by mail.
     *
     * @param applicant the key of one; empty for all
     * @throws EnrolException MESSAGE_…, TEXT_CHARACTERS at "message", REQUEST_APPLICANT_UNKNOWN at "recipient"
     */
    @RolesAllowed("ADMINISTRATOR")
    public void say(long requestId, String applicant, String text, String form) {
        Request request = find(requestId);
        String recipient = applicant == null || applicant.isEmpty() ? null : applicant;
        if (recipient != null && applicants(requestId).stream().noneMatch(known -> known.waiting() && known.key().equals(recipient))) {
            throw new EnrolException(Refusal.at("recipient", ErrorCode.REQUEST_APPLICANT_UNKNOWN));
        }
        String checked = checked(text);
        if (conversation.keep(new NewMessage(requestId, actor.get(), true, false, recipient, checked, form))) {
            journeys.of(request.type()).said(new Said(requestId, request.target(), recipient, checked));
        }
    }

    /** Whether this person may leave notes. */
    @NothingPersonal("about the caller alone")
    public boolean mayNote() {
        return maySay() || actor.is(Role.SUPPORT.name());
    }

    /** Whether this person may write to applicants. */
    @NothingPersonal("about the caller alone")
    public boolean maySay() {
        return actor.is(Role.ADMINISTRATOR.name());
    }

    private String checked(String text) {
        List<Refusal> problems = new ArrayList<>();
        String checked = personal.text("message", text, Conversation.LONGEST, ErrorCode.MESSAGE_REQUIRED, ErrorCode.MESSAGE_LENGTH, problems);
        EnrolException.unlessEmpty(problems);
        return checked;
    }

    private Request find(long requestId) {
        return requests.find(requestId).orElseThrow(() -> new EnrolException(ErrorCode.REQUEST_NOT_FOUND));
    }
}
