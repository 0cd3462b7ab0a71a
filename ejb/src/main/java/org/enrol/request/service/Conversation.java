package org.enrol.request.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.enrol.audit.model.Actor;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;
import org.enrol.request.model.RequestMessage;

/** What is said about requests. Who may say and read what, its callers know: {@link StaffConversation} and the journeys. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Conversation {

    /** Characters: as much as a mail repeats. */
    public static final int LONGEST = 2000;
    private static final String INSERT = """
            insert into request_message (request_id, at, author, by_staff, note, applicant, text, form)
            values (:request, :now, :author, :byStaff, :note, cast(:applicant as varchar), :text, :form)
            on conflict on constraint request_message_once do nothing""";

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    AuditTrail audit;

    /** An applicant says something to the staff. @return false if this form was sent before: nothing happens then */
    public boolean hear(long requestId, String applicant, Actor author, String text, String form) {
        return keep(new NewMessage(requestId, author, false, false, applicant, text, form));
    }

    /** Says something. @return false if this form was sent before: nothing happens then */
    public boolean keep(NewMessage message) {
        boolean kept = em.createNativeQuery(INSERT)
                .setParameter("request", message.requestId())
                .setParameter("now", clock.instant())
                .setParameter("author", message.author().toString())
                .setParameter("byStaff", message.byStaff())
                .setParameter("note", message.note())
                .setParameter("applicant", message.applicant())
                .setParameter("text", message.text())
                .setParameter("form", message.form())
                .executeUpdate() == 1;
        if (kept) {
            audit.record(message.author(), AuditAction.REQUEST_MESSAGE, "request:" + message.requestId());
        }
        return kept;
    }

    /** What one applicant may read, oldest first. @param since what was said to all before this person asked is not theirs */
    public List<RequestMessage> with(long requestId, String applicant, Instant since) {
        return em.createQuery("""
                        select m from RequestMessage m where m.requestId = :request and m.note = false and m.at >= :since
                        and (m.applicant is null or m.applicant = :applicant) order by m.id""", RequestMessage.class)
                .setParameter("request", requestId).setParameter("since", since).setParameter("applicant", applicant).getResultList();
    }

    /** Everything, oldest first. */
    public List<RequestMessage> all(long requestId) {
        return em.createQuery("select m from RequestMessage m where m.requestId = :request order by m.id", RequestMessage.class)
                .setParameter("request", requestId).getResultList();
    }
}
