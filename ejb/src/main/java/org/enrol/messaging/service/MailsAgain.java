package org.enrol.messaging.service;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;
import org.enrol.audit.service.CurrentActor;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.link.service.Links;
import org.enrol.messaging.model.OrderedMail;
import org.enrol.outbox.model.OutboxMessage;
import org.enrol.outbox.service.Outbox;
import org.enrol.throttle.service.Limit;
import org.enrol.throttle.service.Throttle;

/** Sends a mail again that staff believe has not arrived: the same words, as a new message that refers to the old one. */
@Stateless
@RolesAllowed({"ADMINISTRATOR", "SUPPORT"})
public class MailsAgain {

    private static final Limit ADDRESS = new Limit("mail-again", 3, Duration.ofHours(1));

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Outbox outbox;
    @Inject
    Links links;
    @Inject
    Throttle throttle;
    @Inject
    AuditTrail audit;
    @Inject
    CurrentActor actor;

    /**
     * Doing it twice is once: a mail is repeated by one other at most, and that one by the next.
     *
     * @return the mail that repeats it
     * @throws EnrolException MAIL_NOT_FOUND; MAIL_STILL_OWED if it is on its way; MAIL_LINK_OVER if its link opens nothing any more;
     *                        TOO_MANY_REQUESTS if this mailbox got three again within an hour
     */
    public long send(long id) {
        OrderedMail mail = Optional.ofNullable(em.find(OrderedMail.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new EnrolException(ErrorCode.MAIL_NOT_FOUND));
        Optional<Long> repeated = repeated(id);
        return repeated.isPresent() ? repeated.get() : repeat(mail);
    }

    private long repeat(OrderedMail mail) {
        OutboxMessage old = em.find(OutboxMessage.class, mail.id());
        if (old.isOwed()) {
            throw new EnrolException(ErrorCode.MAIL_STILL_OWED);
        }
        if (!throttle.admit(ADDRESS, mail.address().toLowerCase(Locale.ROOT))) {
            throw new EnrolException(ErrorCode.TOO_MANY_REQUESTS);
        }
        long link = mail.linkId().map(this::renewed).orElse(0L);
        long again = outbox.add(old.topic(), MailOrder.parse(old.payload()).with(link).toJson());
        em.persist(mail.again(again, link));
        audit.record(actor.get(), AuditAction.MAIL_SENT_AGAIN, "mail:" + mail.id(), "mail:" + again);
        return again;
    }

    private Optional<Long> repeated(long id) {
        return em.createQuery("select m.id from OrderedMail m where m.againOf = :id", Long.class).setParameter("id", id).getResultStream().findFirst();
    }

    private long renewed(long link) {
        if (!links.over(Set.of(link)).isEmpty()) {
            throw new EnrolException(ErrorCode.MAIL_LINK_OVER);
        }
        return links.renew(link);
    }
}
