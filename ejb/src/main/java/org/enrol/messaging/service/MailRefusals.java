package org.enrol.messaging.service;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;
import org.enrol.messaging.model.OrderedMail;

/** Keeps what a recipient's mail server refused for good: for the outbox such a mail is done, for staff it has not arrived. */
@Stateless
@PermitAll
public class MailRefusals {

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    AuditTrail audit;

    /** @param reasons by the number of the mail; one line each, without personal data */
    public void note(Map<Long, String> reasons) {
        reasons.forEach((id, reason) -> {
            // A mail of a node that still runs the version before is not listed.
            Optional.ofNullable(em.find(OrderedMail.class, id)).ifPresent(mail -> mail.refused(reason, clock.instant()));
            audit.record(audit.system(), AuditAction.MAIL_REFUSED, "mail:" + id);
        });
    }
}
