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
import org.enrol.buyer.model.DomainWait;
import org.enrol.messaging.service.MailOrder;
import org.enrol.messaging.service.MailTemplate;
import org.enrol.messaging.service.Mails;
import org.enrol.registry.service.DomainApprovals;
import org.enrol.request.model.Outcome;
import org.enrol.request.model.RequestType;
import org.enrol.request.port.CompletionEffect;
import org.enrol.request.port.Decided;

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
    Mails mails;

    @Override
    public RequestType type() {
        return RequestType.EMAIL_DOMAIN;
    }

    @Override
    public void completed(Decided decision) {
        List<DomainWait> waiting = waiting(decision);
        approvals.approve(decision.target(), waiting.get(0).organisation(), "request:" + decision.requestId(), decision.by());
        tell(waiting, MailTemplate.ACCESS_APPROVED, decision);
    }

    @Override
    public void closed(Decided decision) {
        if (decision.outcome() == Outcome.REJECTED) {
            tell(waiting(decision), MailTemplate.ACCESS_REJECTED, decision);
        }
    }

    @Override
    public void returned(Decided decision) {
        tell(waiting(decision), MailTemplate.ACCESS_RETURNED, decision);
    }

    private List<DomainWait> waiting(Decided decision) {
        return em.createQuery("select w from DomainWait w where w.requestId = :request order by w.id", DomainWait.class)
                .setParameter("request", decision.requestId()).getResultList();
    }

    private void tell(List<DomainWait> waiting, MailTemplate template, Decided decision) {
        for (DomainWait wait : waiting) {
            mails.order(new MailOrder(template, wait.email().typed(), wait.language(), 0,
                    Map.of("name", wait.name(), "domain", decision.target(), "reason", decision.comment())));
            wait.told(clock.instant());
        }
    }
}
