package org.enrol.buyer.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.enrol.audit.model.Actor;
import org.enrol.buyer.model.DomainWait;
import org.enrol.messaging.service.MailTemplate;
import org.enrol.registry.service.DomainApprovals;
import org.enrol.request.model.Outcome;
import org.enrol.request.model.RequestType;
import org.enrol.request.port.Applicant;
import org.enrol.request.port.CompletionEffect;
import org.enrol.request.port.Decided;
import org.enrol.request.port.Said;
import org.enrol.request.service.AskAgain;

/** What the decision about a domain does: it is approved, and everybody who waits for it is told how to go on; or they learn why not. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class DomainAccess implements CompletionEffect {

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    DomainApprovals approvals;
    @Inject
    AccessMail mail;
    @Inject
    AskAgain askAgain;

    @Override
    public RequestType type() {
        return RequestType.EMAIL_DOMAIN;
    }

    @Override
    public List<Applicant> applicants(long requestId) {
        return waits(requestId).stream().map(wait -> new Applicant(wait.key(), wait.name(), wait.language(), !wait.isWithdrawn())).toList();
    }

    @Override
    public void completed(Decided decision) {
        String organisation = waits(decision.requestId()).get(0).organisation();
        approvals.approve(decision.target(), organisation, "request:" + decision.requestId(), decision.by());
        tell(decision, MailTemplate.ACCESS_APPROVED, Map.of());
    }

    @Override
    public void closed(Decided decision) {
        if (decision.outcome() == Outcome.REJECTED) {
            tell(decision, MailTemplate.ACCESS_REJECTED,
                    Map.of("reason", decision.comment(), "again", askAgain.after(clock.instant()).toString()));
        } else if (decision.outcome() == Outcome.EXPIRED) {
            tell(decision, MailTemplate.ACCESS_EXPIRED, Map.of());
        } else if (decision.by().kind() == Actor.Kind.ACCOUNT) {
            tell(decision, MailTemplate.ACCESS_CLOSED, Map.of("reason", decision.comment()));
        }
    }

    @Override
    public void returned(Decided decision) {
        tell(decision, MailTemplate.ACCESS_RETURNED, Map.of("reason", decision.comment()));
    }

    @Override
    public void said(Said said) {
        waits(said.requestId()).stream()
                .filter(wait -> !wait.isWithdrawn() && (said.applicant() == null || said.applicant().equals(wait.key())))
                .forEach(wait -> mail.tell(wait, MailTemplate.ACCESS_MESSAGE, Map.of("message", said.text())));
    }

    private void tell(Decided decision, MailTemplate template, Map<String, String> values) {
        waits(decision.requestId()).stream().filter(wait -> !wait.isWithdrawn()).forEach(wait -> {
            mail.tell(wait, template, values);
            wait.told(clock.instant());
        });
    }

    /** In the order in which they asked, those who gave up included. */
    private List<DomainWait> waits(long requestId) {
        return em.createQuery("select w from DomainWait w where w.requestId = :request order by w.id", DomainWait.class)
                .setParameter("request", requestId).getResultList();
    }
}
