package org.enrol.outbox.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enrol.outbox.port.Delivery;
import org.enrol.outbox.port.Owed;
import org.enrol.outbox.service.Outbox.Leased;

/**
 * Delivers due messages in batches: three commits a batch, not a message. Runs on every node; the lease, not the timer, keeps two nodes
 * off the same message. The container skips a tick while the one before still runs.
 */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class OutboxRelay {

    private static final Logger LOGGER = System.getLogger(OutboxRelay.class.getName());
    private static final int BATCH = 100;

    @Inject
    Outbox outbox;
    @Inject
    @Any
    Instance<Delivery> deliveries;

    /** Goes on until nothing is due: a message may cause the next one. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "outbox")
    public void relay() {
        List<Leased> due = outbox.lease(BATCH);
        while (!due.isEmpty()) {
            due.stream().collect(Collectors.groupingBy(Leased::topic, Collectors.mapping(Leased::message, Collectors.toList())))
                    .forEach(this::attempt);
            due = outbox.lease(BATCH);
        }
    }

    private void attempt(String topic, List<Owed> batch) {
        Map<Long, String> failures = deliver(topic, batch);
        failures.forEach((id, reason) -> LOGGER.log(Level.WARNING, "Message {0} ({1}) was not delivered and stays owed: {2}", id, topic, reason));
        outbox.settle(batch.stream().map(Owed::id).toList(), failures)
                .forEach(id -> LOGGER.log(Level.ERROR, "Message {0} ({1}) was given up", id, topic));
    }

    private Map<Long, String> deliver(String topic, List<Owed> batch) {
        try {
            return delivery(topic).deliver(batch);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "A batch of " + batch.size() + " messages (" + topic + ") failed as a whole", e);
            return batch.stream().map(Owed::id).collect(Collectors.toMap(Function.identity(), id -> e.toString()));
        }
    }

    private Delivery delivery(String topic) {
        return deliveries.stream().filter(delivery -> delivery.topic().equals(topic)).findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody delivers " + topic));
    }
}
