package org.enrol.messaging.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.enrol.outbox.service.Outbox;

/** Takes orders for mails. They are written and sent after the caller's transaction, and only if it commits. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Mails {

    static final String TOPIC = "mail";

    @Inject
    Outbox outbox;
    @Inject
    Clock clock;

    public void order(MailOrder order) {
        outbox.add(TOPIC, order.orderedAt(clock.instant()).toJson());
    }
}
