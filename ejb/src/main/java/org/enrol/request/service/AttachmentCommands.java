package org.enrol.request.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;
import org.enrol.outbox.service.Outbox;
import org.enrol.request.model.FileType;
import org.enrol.request.model.RequestAttachment;
import org.enrol.request.model.RequestAttachment.Scan;
import org.enrol.secret.SecretKeys;

/** The files of requests, in the database. The request is held while one is added, so that two at once cannot be one too many. */
@Stateless
@PermitAll
public class AttachmentCommands {

    /** Of one applicant for one request; the number of the table says so too. */
    static final int MOST_FILES = 10;
    /** Bytes of one applicant for one request. */
    static final long MOST_BYTES = 50L * 1024 * 1024;
    private static final String INSERT = """
            insert into request_attachment (request_id, at, author, applicant, number, name, type, size, sha256, scan, place, form)
            values (:request, :now, :author, cast(:applicant as varchar), :number, :name, :type, :size, :sha256, :scan, cast(:place as varchar), :form)
            on conflict on constraint request_attachment_once do nothing returning id""";

    /** What was found out about an upload. @param place null where the database keeps the content */
    public record Checked(String name, FileType type, Scan scan, String place) {
    }

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Requests requests;
    @Inject
    Outbox outbox;
    @Inject
    AuditTrail audit;

    /**
     * Keeps a file.
     *
     * @return false if this form was sent before: nothing happens then
     * @throws EnrolException ATTACHMENT_TOO_MANY at "file", REQUEST_OVER
     */
    public boolean keep(Upload upload, Checked checked) {
        if (!requests.hold(upload.requestId()).status().isOpen()) {
            throw new EnrolException(ErrorCode.REQUEST_OVER);
        }
        if (wasSent(upload)) {
            return false;
        }
        List<RequestAttachment> before = of(upload.requestId(), upload.applicant());
        long bytes = before.stream().mapToLong(RequestAttachment::size).sum();
        if (before.size() >= MOST_FILES || bytes + upload.content().length > MOST_BYTES) {
            throw new EnrolException(Refusal.at("file", ErrorCode.ATTACHMENT_TOO_MANY));
        }
        Optional<Long> id = insert(upload, checked, before.size() + 1);
        id.ifPresent(created -> follow(created, upload, checked));
        return id.isPresent();
    }

    private boolean wasSent(Upload upload) {
        return !em.createQuery("select a.id from RequestAttachment a where a.requestId = :request and a.form = :form", Long.class)
                .setParameter("request", upload.requestId()).setParameter("form", upload.form()).getResultList().isEmpty();
    }

    private Optional<Long> insert(Upload upload, Checked checked, int number) {
        return em.createNativeQuery(INSERT, Long.class)
                .setParameter("request", upload.requestId())
                .setParameter("now", clock.instant())
                .setParameter("author", upload.author().toString())
                .setParameter("applicant", upload.applicant())
                .setParameter("number", number)
                .setParameter("name", checked.name())
                .setParameter("type", checked.type().name())
                .setParameter("size", upload.content().length)
                .setParameter("sha256", SecretKeys.digest(upload.content()))
                .setParameter("scan", checked.scan().name())
                .setParameter("place", checked.place())
                .setParameter("form", upload.form())
                .getResultStream().map(Long.class::cast).findFirst();
    }

    private void follow(long id, Upload upload, Checked checked) {
        if (checked.place() == null) {
            em.createNativeQuery("insert into request_attachment_content (attachment_id, content) values (:id, :content)")
                    .setParameter("id", id).setParameter("content", upload.content()).executeUpdate();
        }
        audit.record(upload.author(), AuditAction.ATTACHMENT_ADDED, "attachment:" + id);
        note(id, checked.scan());
    }

    private void note(long id, Scan scan) {
        if (scan == Scan.CHECKING) {
            outbox.add(AttachmentScan.TOPIC, Long.toString(id));
        } else if (scan == Scan.QUARANTINED) {
            audit.record(audit.system(), AuditAction.ATTACHMENT_QUARANTINED, "attachment:" + id);
        }
    }

    /** The scanner has answered at last. */
    public void scanned(long id, Scan scan) {
        em.find(RequestAttachment.class, id).scanned(scan);
        note(id, scan);
    }

    public Optional<RequestAttachment> find(long id) {
        return Optional.ofNullable(em.find(RequestAttachment.class, id));
    }

    /** Those of one applicant, in their order. @param applicant null for those of the staff */
    public List<RequestAttachment> of(long requestId, String applicant) {
        return all(requestId).stream().filter(attachment -> attachment.applicant().equals(Optional.ofNullable(applicant))).toList();
    }

    /** Those of everybody; a few dozen at most. */
    public List<RequestAttachment> all(long requestId) {
        return em.createQuery("select a from RequestAttachment a where a.requestId = :request order by a.id", RequestAttachment.class)
                .setParameter("request", requestId).getResultList();
    }

    /** What the database keeps of it. */
    public byte[] content(long id) {
        return (byte[]) em.createNativeQuery("select content from request_attachment_content where attachment_id = :id", byte[].class)
                .setParameter("id", id).getSingleResult();
    }
}
