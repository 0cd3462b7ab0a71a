package org.enrol.buyer.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.enrol.account.service.PersonalAnswers;
import org.enrol.audit.model.Actor;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;
import org.enrol.buyer.model.DomainWait;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;
import org.enrol.link.model.Purpose;
import org.enrol.link.service.Links;
import org.enrol.link.service.OpenLink;
import org.enrol.request.model.Request;
import org.enrol.request.model.RequestAction;
import org.enrol.request.model.RequestStatus;
import org.enrol.request.service.Conversation;
import org.enrol.request.service.Requests;
import org.enrol.throttle.service.Limit;
import org.enrol.throttle.service.Throttle;

/** What somebody who waits for a domain does by the secret link. Whoever holds it reads the mailbox it was sent to. */
@Stateless
@PermitAll
public class AccessByLink {

    private static final Limit MESSAGES = new Limit("access-messages", 20, Duration.ofHours(1));
    private static final Limit FILES = new Limit("access-files", 20, Duration.ofHours(1));

    /** Who holds a link, for the request's files. */
    public record Sender(long request, String applicant, Actor actor) {
    }

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Links links;
    @Inject
    Requests requests;
    @Inject
    Conversation conversation;
    @Inject
    Throttle throttle;
    @Inject
    PersonalAnswers personal;
    @Inject
    AuditTrail audit;

    /**
     * Writes to the staff. Where they had asked something, the request goes on with the first answer, whoever of those who wait gives it.
     *
     * @param form of the page it was written on: sent twice, it is one message
     * @throws EnrolException if the link is not good; MESSAGE_…, TEXT_CHARACTERS at "message"; REQUEST_OVER; TOO_MANY_REQUESTS
     */
    public void answer(String token, String text, String form) {
        OpenLink link = links.open(token, Purpose.STATUS);
        List<Refusal> problems = new ArrayList<>();
        String checked = personal.text("message", text, Conversation.LONGEST, ErrorCode.MESSAGE_REQUIRED, ErrorCode.MESSAGE_LENGTH, problems);
        EnrolException.unlessEmpty(problems);
        DomainWait wait = em.find(DomainWait.class, link.subject());
        Request request = hold(wait);
        if (!isOpenFor(wait, request)) {
            throw new EnrolException(ErrorCode.REQUEST_OVER);
        }
        boolean heard = conversation.hear(request.id(), wait.key(), link.actor(), checked, form);
        if (heard && !throttle.admit(MESSAGES, wait.key())) {
            throw new EnrolException(ErrorCode.TOO_MANY_REQUESTS);
        }
        if (heard && request.status() == RequestStatus.RETURNED) {
            requests.byApplicant(request, RequestAction.REOPEN, link.actor());
        }
    }

    /**
     * Gives up. The others go on waiting; with the last one the request ends, unless it is as good as done. Giving up twice changes nothing.
     *
     * @throws EnrolException if the link is not good; REQUEST_OVER if it has been decided
     */
    public void withdraw(String token) {
        OpenLink link = links.open(token, Purpose.STATUS);
        DomainWait wait = em.find(DomainWait.class, link.subject());
        Request request = hold(wait);
        if (wait.isWithdrawn()) {
            return;
        }
        if (!isOpenFor(wait, request)) {
            throw new EnrolException(ErrorCode.REQUEST_OVER);
        }
        wait.withdraw(clock.instant());
        audit.record(link.actor(), AuditAction.REQUEST_CHANGED, "request:" + request.id(), "WITHDRAW");
        if (nobodyWaitsFor(request) && requests.mayApplicant(request, RequestAction.CLOSE, link.actor())) {
            requests.byApplicant(request, RequestAction.CLOSE, link.actor());
        }
    }

    /** Whose files these are. @throws EnrolException if the link is not good */
    public Sender holder(String token) {
        OpenLink link = links.open(token, Purpose.STATUS);
        DomainWait wait = em.find(DomainWait.class, link.subject());
        return new Sender(wait.requestId(), wait.key(), link.actor());
    }

    /** The same, for somebody who is about to send one. @throws EnrolException REQUEST_OVER, TOO_MANY_REQUESTS besides */
    public Sender sender(String token) {
        Sender sender = holder(token);
        DomainWait wait = em.find(DomainWait.class, Long.parseLong(sender.applicant()));
        if (!isOpenFor(wait, requests.find(sender.request()).orElseThrow())) {
            throw new EnrolException(ErrorCode.REQUEST_OVER);
        }
        if (!throttle.admit(FILES, sender.applicant())) {
            throw new EnrolException(ErrorCode.TOO_MANY_REQUESTS);
        }
        return sender;
    }

    private Request hold(DomainWait wait) {
        Request request = requests.hold(wait.requestId());
        em.refresh(wait);
        return request;
    }

    static boolean isOpenFor(DomainWait wait, Request request) {
        return !wait.isWithdrawn() && request.status().isOpen() && !request.isComplete();
    }

    private boolean nobodyWaitsFor(Request request) {
        return em.createQuery("select w.id from DomainWait w where w.requestId = :request and w.withdrawnAt is null", Long.class)
                .setParameter("request", request.id()).setMaxResults(1).getResultList().isEmpty();
    }
}
