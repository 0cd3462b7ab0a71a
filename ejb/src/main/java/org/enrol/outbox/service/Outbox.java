package org.enrol.outbox.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.enrol.audit.service.Origin;
import org.enrol.outbox.model.OutboxMessage;
import org.enrol.outbox.port.Owed;

/** Keeps the messages owed to the outside world until they are delivered. */
@Stateless
@PermitAll
public class Outbox {

    /** Longer than the slowest delivery may take, so that no two nodes hold a message at once. */
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int SKIP_LOCKED = -2;

    /** A due message of one topic, held by this node until the lease ends. */
    record Leased(String topic, Owed message) {
    }

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Origin origin;

    /** Owes a message; it exists if and only if the caller's transaction commits. @return its number */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public long add(String topic, String payload) {
        OutboxMessage message = new OutboxMessage(topic, payload, origin.request(), clock.instant());
        em.persist(message);
        return message.id();
    }

    /** How many messages are past due by so much: the operator's sign that something is stuck. */
    public long overdue(Duration by) {
        return em.createQuery("select count(m) from OutboxMessage m where m.nextAttemptAt is not null and m.createdAt < :then", Long.class)
                .setParameter("then", clock.instant().minus(by)).getSingleResult();
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<Leased> lease(int most) {
        Instant now = clock.instant();
        List<OutboxMessage> due = em.createQuery(
                        "select m from OutboxMessage m where m.nextAttemptAt <= :now order by m.nextAttemptAt", OutboxMessage.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .getResultList();
        due.forEach(message -> message.lease(now.plus(LEASE)));
        return due.stream().map(m -> new Leased(m.topic(), new Owed(m.id(), m.payload(), m.request()))).toList();
    }

    /** Writes down how a batch went. @return what has now been given up */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<Long> settle(Collection<Long> attempted, Map<Long, String> failures) {
        Instant now = clock.instant();
        List<OutboxMessage> messages = em.createQuery("select m from OutboxMessage m where m.id in :ids", OutboxMessage.class)
                .setParameter("ids", attempted).getResultList();
        for (OutboxMessage message : messages) {
            String failure = failures.get(message.id());
            if (failure == null) {
                message.delivered(now);
            } else {
                message.failed(failure, now);
            }
        }
        return messages.stream().filter(OutboxMessage::isGivenUp).map(OutboxMessage::id).toList();
    }
}
