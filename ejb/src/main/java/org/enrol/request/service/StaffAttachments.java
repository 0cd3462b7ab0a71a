package org.enrol.request.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.enrol.account.model.Role;
import org.enrol.account.service.Names;
import org.enrol.audit.model.Actor;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;
import org.enrol.audit.service.CurrentActor;
import org.enrol.audit.service.NothingPersonal;
import org.enrol.audit.service.StaffReads;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.request.model.RequestAttachment;
import org.enrol.request.port.Applicant;

/** The files of a request as staff see them: of all applicants, and their own. */
@Stateless
@RolesAllowed({"ADMINISTRATOR", "SUPPORT", "AUDITOR"})
public class StaffAttachments {

    @Inject
    AttachmentCommands commands;
    @Inject
    Attachments attachments;
    @Inject
    AttachmentReading reading;
    @Inject
    StaffConversation conversation;
    @Inject
    Names names;
    @Inject
    AuditTrail audit;
    @Inject
    StaffReads reads;
    @Inject
    CurrentActor actor;

    public List<AttachmentView> list(long requestId) {
        reads.note("request:" + requestId, "files");
        List<RequestAttachment> all = commands.all(requestId);
        Map<Long, String> staff = names.of(all.stream().map(RequestAttachment::author).map(Actor::accountOf).collect(Collectors.toSet()));
        Map<String, String> applicants = conversation.applicants(requestId).stream().collect(Collectors.toMap(Applicant::key, Applicant::name));
        return all.stream().map(attachment -> AttachmentView.of(attachment, attachment.applicant()
                .map(key -> applicants.getOrDefault(key, "")).orElseGet(() -> staff.getOrDefault(Actor.accountOf(attachment.author()), "")))).toList();
    }

    /** Each download is written down. @throws EnrolException ATTACHMENT_NOT_FOUND, ATTACHMENT_HELD */
    public Download open(long id) {
        Download download = reading.open(commands.find(id).orElseThrow(() -> new EnrolException(ErrorCode.ATTACHMENT_NOT_FOUND)));
        audit.record(actor.get(), AuditAction.PERSONAL_DATA_READ, "attachment:" + id);
        return download;
    }

    /** What staff add is for staff. @throws EnrolException as {@link Attachments#add} */
    @RolesAllowed("ADMINISTRATOR")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void add(long requestId, String name, String declared, byte[] content, String form) {
        attachments.add(new Upload(requestId, null, actor.get(), name, declared, content, form));
    }

    /** Whether this person may add files. */
    @NothingPersonal("about the caller alone")
    public boolean mayAdd() {
        return actor.is(Role.ADMINISTRATOR.name());
    }
}
