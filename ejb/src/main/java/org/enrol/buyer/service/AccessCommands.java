package org.enrol.buyer.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.enrol.account.model.EmailAddress;
import org.enrol.audit.service.CurrentActor;
import org.enrol.audit.service.Origin;
import org.enrol.buyer.model.DomainWait;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.messaging.service.MailBudget;
import org.enrol.messaging.service.MailTemplate;
import org.enrol.registry.service.DomainEntries;
import org.enrol.registry.service.RegistryTurn;
import org.enrol.request.model.Outcome;
import org.enrol.request.model.Request;
import org.enrol.request.model.RequestType;
import org.enrol.request.service.AskAgain;
import org.enrol.request.service.Requests;
import org.enrol.throttle.service.Limit;
import org.enrol.throttle.service.Throttle;

/** Asking for a domain, in the database: one request per domain, one row per person who waits for it. */
@Stateless
@PermitAll
public class AccessCommands {

    private static final Limit NETWORK = new Limit("access-network", 30, Duration.ofHours(1));
    /** Somebody who had given up waits again. */
    private static final String WAIT = """
            insert into domain_wait (request_id, email, canonical_email, name, organisation, job, reason, evidence_link, language, asked_at)
            values (:request, :email, :canonical, :name, :organisation, :job, :reason, :link, :language, :now)
            on conflict (request_id, canonical_email) do update set withdrawn_at = null, asked_at = excluded.asked_at
            where domain_wait.withdrawn_at is not null returning id""";

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    RegistryTurn turn;
    @Inject
    DomainEntries entries;
    @Inject
    Requests requests;
    @Inject
    CurrentActor actor;
    @Inject
    AccessMail mail;
    @Inject
    MailBudget budget;
    @Inject
    AskAgain askAgain;
    @Inject
    Throttle throttle;
    @Inject
    Origin origin;

    /**
     * Keeps the request and the person who waits, and mails the secret link to them. Who was refused lately is told so by mail, from when
     * on to ask again: the page says the same, or it would tell strangers about them. Nobody approves a domain meanwhile, so nobody begins to
     * wait for what is approved already.
     *
     * @throws EnrolException DOMAIN_ALREADY_APPROVED, TOO_MANY_REQUESTS
     */
    public void ask(EmailAddress email, AccessAnswers answers) {
        turn.together();
        if (entries.covering(email.domain()).isPresent()) {
            throw new EnrolException(ErrorCode.DOMAIN_ALREADY_APPROVED);
        }
        Optional<DomainWait> refused = refusedLately(email);
        if (refused.isPresent()) {
            remind(refused.get());
        } else {
            wait(request(email, answers), email, answers).filter(created -> budget.admit("access", email.canonical())).ifPresent(mail::receipt);
        }
        if (!throttle.admit(NETWORK, origin.network())) {
            throw new EnrolException(ErrorCode.TOO_MANY_REQUESTS);
        }
    }

    /** Held, so that nobody comes to wait for one that ends at this moment: then it is asked anew. */
    private long request(EmailAddress email, AccessAnswers answers) {
        long request = ask(email.domain(), answers);
        return requests.hold(request).status().isOpen() ? request : ask(email.domain(), answers);
    }

    private long ask(String domain, AccessAnswers answers) {
        return requests.ask(RequestType.EMAIL_DOMAIN, domain, domain + " – " + answers.organisation(), 0, actor.get());
    }

    private Optional<DomainWait> refusedLately(EmailAddress email) {
        return em.createQuery("""
                        select w from DomainWait w where w.email.canonical = :canonical and w.withdrawnAt is null order by w.id desc""",
                        DomainWait.class)
                .setParameter("canonical", email.canonical()).setMaxResults(1).getResultStream()
                .filter(wait -> mayAskAgain(wait).filter(clock.instant()::isBefore).isPresent()).findFirst();
    }

    private Optional<Instant> mayAskAgain(DomainWait wait) {
        return requests.find(wait.requestId()).filter(request -> request.outcome() == Outcome.REJECTED).map(Request::changedAt).map(askAgain::after);
    }

    private void remind(DomainWait refused) {
        if (budget.admit("access", refused.email().canonical())) {
            mail.tell(refused, MailTemplate.ACCESS_TOO_SOON, Map.of("again", mayAskAgain(refused).orElseThrow().toString()));
        }
    }

    private Optional<DomainWait> wait(long request, EmailAddress email, AccessAnswers answers) {
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
                .getResultStream().map(Long.class::cast).findFirst().map(id -> em.find(DomainWait.class, id));
    }
}
