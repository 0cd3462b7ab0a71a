package org.enrol.buyer.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.enrol.buyer.service.AccessByLink.Sender;
import org.enrol.error.EnrolException;
import org.enrol.request.service.AttachmentReading;
import org.enrol.request.service.Attachments;
import org.enrol.request.service.Download;
import org.enrol.request.service.Upload;

/** The files of somebody who waits for a domain. Runs without a transaction: the malware scanner may be far away. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccessFiles {

    @Inject
    AccessByLink access;
    @Inject
    Attachments attachments;
    @Inject
    AttachmentReading reading;

    /** @throws EnrolException if the link is not good; REQUEST_OVER; TOO_MANY_REQUESTS; as {@link Attachments#add} */
    public void add(String token, String name, String declared, byte[] content, String form) {
        Sender sender = access.sender(token);
        attachments.add(new Upload(sender.request(), sender.applicant(), sender.actor(), name, declared, content, form));
    }

    /** What this person has sent. @throws EnrolException if the link is not good; ATTACHMENT_NOT_FOUND, ATTACHMENT_HELD */
    public Download open(String token, long id) {
        Sender owner = access.holder(token);
        return reading.open(owner.request(), owner.applicant(), id);
    }
}
