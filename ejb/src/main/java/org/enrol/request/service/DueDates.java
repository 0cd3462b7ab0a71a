package org.enrol.request.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.enrol.calendar.model.WorkingTime;
import org.enrol.calendar.service.Holidays;
import org.enrol.calendar.service.WorkingCalendar;
import org.enrol.outbox.port.Delivery;
import org.enrol.outbox.port.Owed;
import org.enrol.outbox.service.Outbox;
import org.enrol.request.model.Request;

/**
 * Computes anew when open requests are due, after the calendar has changed: so many a message, each message causing the next one from the last
 * id on. What is computed depends on the calendar alone, so that doing it twice does no harm.
 */
@Stateless
@PermitAll
public class DueDates implements Delivery {

    private static final int BATCH = 500;

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    WorkingCalendar calendar;
    @Inject
    Outbox outbox;

    @Override
    public String topic() {
        return Holidays.CHANGED;
    }

    /** All or nothing: a batch that failed is tried again as a whole. */
    @Override
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Map<Long, String> deliver(List<Owed> batch) {
        WorkingTime time = calendar.now();
        batch.stream().map(Owed::payload).distinct().forEach(after -> goOn(Long.parseLong(after), time));
        return Map.of();
    }

    private void goOn(long after, WorkingTime time) {
        List<Request> running = em.createQuery("select r from Request r where r.dueAt is not null and r.id > :after order by r.id", Request.class)
                .setParameter("after", after).setMaxResults(BATCH).getResultList();
        running.forEach(request -> request.dueBy(time).ifPresent(due -> moveTo(due, request)));
        if (running.size() == BATCH) {
            outbox.add(Holidays.CHANGED, Long.toString(running.get(BATCH - 1).id()));
        }
        em.clear();
    }

    /** Past the version: nobody who has the request before them must be told that it changed, and who acts at this moment wins. */
    private void moveTo(Instant due, Request request) {
        if (!request.dueAt().filter(due::equals).isPresent()) {
            em.createQuery("update Request r set r.dueAt = :due where r.id = :id and r.clockSince = :since and r.dueAt is not null")
                    .setParameter("due", due).setParameter("id", request.id()).setParameter("since", request.clockSince()).executeUpdate();
        }
    }
}
