package org.enrol.buyer.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.enrol.audit.model.Actor;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.messaging.service.MailTemplate;
import org.enrol.registry.service.Approval;
import org.enrol.registry.service.DomainApprovals;
import org.enrol.registry.service.RegistryTurn;
import org.enrol.request.model.Request;
import org.enrol.request.model.RequestAction;
import org.enrol.request.model.RequestType;
import org.enrol.request.port.Applicant;
import org.enrol.request.port.CompletionEffect;
import org.enrol.request.port.Decided;
import org.enrol.request.port.Said;
import org.enrol.request.service.AskAgain;
import org.enrol.request.service.Requests;

/**
 * What the decision about a domain does: it is let in, and everybody who waits for it is told how to go on; or they learn why not.
 *
 * <p>Source: MP-01, alternative course; MX-22, MX-26.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class DomainAccess implements CompletionEffect {

    @Inject
    Clock clock;
    @Inject
    Requests requests;
    @Inject
    DomainChoices choices;
    @Inject
    RegistryTurn turn;
    @Inject
    DomainApprovals approvals;
    @Inject
    WaitingPeople waiting;
    @Inject
    AskAgain askAgain;

    @Override
    public RequestType type() {
        return RequestType.EMAIL_DOMAIN;
    }

    @Override
    public List<Applicant> applicants(long requestId) {
        return waiting.all(requestId).stream().map(wait -> new Applicant(wait.key(), wait.name(), wait.language(), !wait.isWithdrawn())).toList();
    }

    /** What the first one sees when approving is what the second one confirms. */
    @Override
    public void before(RequestAction action, Request request, Actor by) {
        switch (action) {
            case RECORD_ADMIN_APPROVAL -> choices.fix(request.id(), request.target(), by);
            case COMPLETE -> turn.alone();
            default -> { }
        }
    }

    @Override
    public void completed(Decided decision) {
        Request request = requests.find(decision.requestId()).orElseThrow(() -> new EnrolException(ErrorCode.REQUEST_NOT_FOUND));
        long approver = request.approvedBy().orElseThrow(() -> new EnrolException(ErrorCode.REQUEST_ACTION_NOT_NOW));
        Approval approval = new Approval(WaitingPeople.source(request.id()), "", approver, decision.by().id());
        approvals.approve(choices.of(request.id(), request.target()), approval, decision.by());
        waiting.tell(request.id(), MailTemplate.ACCESS_APPROVED, Map.of());
    }

    @Override
    public void closed(Decided decision) {
        switch (decision.outcome()) {
            case REJECTED -> waiting.tell(decision.requestId(), MailTemplate.ACCESS_REJECTED,
                    Map.of("reason", decision.comment(), "again", askAgain.after(clock.instant()).toString()));
            case SUPERSEDED -> waiting.tell(decision.requestId(), MailTemplate.ACCESS_APPROVED, Map.of());
            case EXPIRED -> waiting.tell(decision.requestId(), MailTemplate.ACCESS_EXPIRED, Map.of());
            default -> {
                if (decision.by().kind() == Actor.Kind.ACCOUNT) {
                    waiting.tell(decision.requestId(), MailTemplate.ACCESS_CLOSED, Map.of("reason", decision.comment()));
                }
            }
        }
    }

    @Override
    public void returned(Decided decision) {
        waiting.tell(decision.requestId(), MailTemplate.ACCESS_RETURNED, Map.of("reason", decision.comment()));
    }

    @Override
    public void said(Said said) {
        waiting.pass(said);
    }
}
