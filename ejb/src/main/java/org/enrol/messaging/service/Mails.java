package org.enrol.messaging.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.enrol.messaging.model.OrderedMail;
import org.enrol.outbox.service.Outbox;

/** Takes orders for mails. They are written and sent after the caller's transaction, and only if it commits. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Mails {

    static final String TOPIC = "mail";

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Outbox outbox;
    @Inject
    Clock clock;
    @Inject
    TransactionMails transaction;

    public void order(MailOrder order) {
        order(order, 0);
    }

    /** @param requestId the request that the mail tells about, so that staff see on its page what became of it; 0 for none */
    public void order(MailOrder order, long requestId) {
        String payload = order.orderedAt(clock.instant()).toJson();
        long id = outbox.add(TOPIC, payload);
        transaction.add(payload);
        em.persist(new OrderedMail(id, order.template().name(), order.to(), order.linkId(), requestId));
    }
}
