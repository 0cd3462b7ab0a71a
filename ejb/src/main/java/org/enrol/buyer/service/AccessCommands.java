package org.enrol.buyer.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.enrol.account.model.EmailAddress;
import org.enrol.audit.service.CurrentActor;
import org.enrol.audit.service.Origin;
import org.enrol.buyer.model.DomainWait;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.link.model.Purpose;
import org.enrol.link.service.Links;
import org.enrol.link.service.OpenLink;
import org.enrol.messaging.service.MailBudget;
import org.enrol.messaging.service.MailOrder;
import org.enrol.messaging.service.MailTemplate;
import org.enrol.messaging.service.Mails;
import org.enrol.request.model.Request;
import org.enrol.request.model.RequestType;
import org.enrol.request.service.Requests;
import org.enrol.throttle.service.Limit;
import org.enrol.throttle.service.Throttle;

/** Asking for a domain, in the database: one request per domain, one row per person who waits for it. */
@Stateless
@PermitAll
public class AccessCommands {

    private static final Limit NETWORK = new Limit("access-network", 30, Duration.ofHours(1));
    private static final String WAIT = """
            insert into domain_wait (request_id, email, canonical_email, name, organisation, job, reason, evidence_link, language, asked_at)
            values (:request, :email, :canonical, :name, :organisation, :job, :reason, :link, :language, :now)
            on conflict (request_id, canonical_email) do nothing returning id""";

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Requests requests;
    @Inject
    CurrentActor actor;
    @Inject
    Links links;
    @Inject
    Mails mails;
    @Inject
    MailBudget budget;
    @Inject
    Throttle throttle;
    @Inject
    Origin origin;

    /** Keeps the request and the person who waits, and mails the secret link to them. */
    public void ask(EmailAddress email, AccessAnswers answers) {
        long request = requests.ask(RequestType.EMAIL_DOMAIN, email.domain(), email.domain() + " – " + answers.organisation(), 0, actor.get());
        wait(request, email, answers).filter(created -> budget.admit("access", email.canonical())).ifPresent(wait -> {
            long link = links.create(Purpose.STATUS, wait, email.canonical());
            // Nothing of what was typed: whoever typed it need not be who reads it.
            mails.order(new MailOrder(MailTemplate.ACCESS_ASKED, email.typed(), answers.language(), link, Map.of()));
        });
        if (!throttle.admit(NETWORK, origin.network())) {
            throw new EnrolException(ErrorCode.TOO_MANY_REQUESTS);
        }
    }

    private Optional<Long> wait(long request, EmailAddress email, AccessAnswers answers) {
        return em.createNativeQuery(WAIT, Long.class)
                .setParameter("request", request)
                .setParameter("email", email.typed())
                .setParameter("canonical", email.canonical())
                .setParameter("name", answers.name())
                .setParameter("organisation", answers.organisation())
                .setParameter("job", answers.job())
                .setParameter("reason", answers.reason())
                .setParameter("link", answers.evidenceLink())
                .setParameter("language", answers.language())
                .setParameter("now", clock.instant())
                .getResultStream().map(Long.class::cast).findFirst();
    }

    /** Where the holder of a status link stands. @throws EnrolException if the link is not good */
    public AccessStatus status(String token) {
        OpenLink link = links.open(token, Purpose.STATUS);
        DomainWait wait = em.find(DomainWait.class, link.subject());
        Request request = requests.find(wait.requestId()).orElseThrow(() -> new EnrolException(ErrorCode.REQUEST_NOT_FOUND));
        return new AccessStatus(request.reference(), wait.email().domain(), request.status(), request.outcome(), wait.askedAt(),
                request.dueAt().orElse(null));
    }
}
