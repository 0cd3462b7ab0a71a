package org.enrol.request.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.request.model.RequestAttachment;

/** Hands out the files of requests, wherever their content is kept. Who may have which, its callers know. Runs without a transaction. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AttachmentReading {

    @Inject
    AttachmentCommands commands;
    @Inject
    AttachmentFiles files;

    public byte[] content(RequestAttachment attachment) {
        return attachment.place().map(files::read).orElseGet(() -> commands.content(attachment.id()));
    }

    /** @throws EnrolException ATTACHMENT_HELD if it is not to be handed out, now or ever */
    public Download open(RequestAttachment attachment) {
        if (!attachment.isOpen()) {
            throw new EnrolException(ErrorCode.ATTACHMENT_HELD);
        }
        return new Download(attachment.name(), attachment.type().mediaType(), content(attachment));
    }

    /** An applicant's own. @throws EnrolException ATTACHMENT_NOT_FOUND, ATTACHMENT_HELD */
    public Download open(long requestId, String applicant, long id) {
        return open(commands.find(id)
                .filter(attachment -> attachment.requestId() == requestId && attachment.applicant().equals(Optional.of(applicant)))
                .orElseThrow(() -> new EnrolException(ErrorCode.ATTACHMENT_NOT_FOUND)));
    }

    /** An applicant's own, in their order. */
    public List<AttachmentView> of(long requestId, String applicant) {
        return commands.of(requestId, applicant).stream().map(attachment -> AttachmentView.of(attachment, "")).toList();
    }
}
