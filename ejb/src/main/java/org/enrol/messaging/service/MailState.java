package org.enrol.messaging.service;

import org.enrol.messaging.model.OrderedMail;
import org.enrol.outbox.model.OutboxMessage;

/** How the delivery of a mail stands. Each state is a condition on the mail {@code m} and its outbox message {@code o}. */
public enum MailState {

    /** Not tried yet, or being tried for the first time. */
    WAITING("o.nextAttemptAt is not null and o.lastError is null"),
    /** Tried in vain, and tried again later. */
    RETRYING("o.nextAttemptAt is not null and o.lastError is not null"),
    /** Accepted by the mail server; more is not known. */
    SENT("o.deliveredAt is not null and m.refusedAt is null"),
    /** The recipient's mail server says that there is no such mailbox. */
    REFUSED("m.refusedAt is not null"),
    /** Tried for a day in vain. */
    GIVEN_UP("o.givenUpAt is not null");

    private final String condition;

    MailState(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    static MailState of(OrderedMail mail, OutboxMessage message) {
        if (message.isOwed()) {
            return message.lastError().isEmpty() ? WAITING : RETRYING;
        }
        if (message.isGivenUp()) {
            return GIVEN_UP;
        }
        return mail.refusedAt().isPresent() ? REFUSED : SENT;
    }
}
