package org.enrol.messaging.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;

import org.enrol.audit.service.CurrentActor;
import org.enrol.audit.service.StaffReads;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.link.service.Links;
import org.enrol.messaging.model.OrderedMail;
import org.enrol.outbox.model.OutboxMessage;

/** Mails as staff read them, newest first: for whom, about what, and how their delivery stands. What they say is not kept here. */
@Stateless
@RolesAllowed({"ADMINISTRATOR", "SUPPORT", "AUDITOR"})
public class MailQueries {

    private static final String SELECT = """
            select m as mail, o as message, r.reference as reference, n.id as again, m.againOf as before from OrderedMail m
            join OutboxMessage o on o.id = m.id left join Request r on r.id = m.requestId left join OrderedMail n on n.againOf = m.id""";
    /** A request has few: so many would be a flood, and its page shows the newest. */
    private static final int MOST_OF_A_REQUEST = 100;

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Links links;
    @Inject
    StaffReads reads;
    @Inject
    CurrentActor actor;

    /**
     * One page; reading it is audited.
     *
     * @param before the number of the last mail of the page before; 0 for the first page
     */
    public List<MailRow> page(MailFilter filter, long before, int most) {
        reads.note("mails", filter.description());
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        if (!filter.address().isEmpty()) {
            conditions.add("lower(m.address) = lower(:address)");
            values.put("address", filter.address());
        }
        if (!filter.reference().isEmpty()) {
            conditions.add("m.requestId = (select q.id from Request q where q.reference = upper(:reference))");
            values.put("reference", filter.reference());
        }
        if (filter.state() != null) {
            conditions.add(filter.state().condition());
        }
        if (before > 0) {
            conditions.add("m.id < :before");
            values.put("before", before);
        }
        return rows(String.join(" and ", conditions), values, most);
    }

    /** One mail; reading it is audited. @throws EnrolException MAIL_NOT_FOUND */
    public MailRow find(long id) {
        reads.note("mail:" + id, "");
        return rows("m.id = :id", Map.of("id", id), 1).stream().findFirst().orElseThrow(() -> new EnrolException(ErrorCode.MAIL_NOT_FOUND));
    }

    /** The mails about one request, newest first; reading them is audited. */
    public List<MailRow> about(long requestId) {
        reads.note("request:" + requestId, "mails");
        return rows("m.requestId = :request", Map.of("request", requestId), MOST_OF_A_REQUEST);
    }

    private List<MailRow> rows(String condition, Map<String, Object> values, int most) {
        TypedQuery<Tuple> query = em.createQuery(SELECT + " where " + condition + " order by m.id desc", Tuple.class).setMaxResults(most);
        values.forEach(query::setParameter);
        List<Tuple> found = query.getResultList();
        Collection<Long> carried = found.stream().flatMap(row -> row.get("mail", OrderedMail.class).linkId().stream()).collect(Collectors.toSet());
        Map<Long, ErrorCode> over = carried.isEmpty() ? Map.of() : links.over(carried);
        return found.stream().map(row -> row(row, over)).toList();
    }

    /** Whoever only reads has no button. */
    private boolean maySend() {
        return actor.is("ADMINISTRATOR") || actor.is("SUPPORT");
    }

    private MailRow row(Tuple found, Map<Long, ErrorCode> over) {
        OrderedMail mail = found.get("mail", OrderedMail.class);
        OutboxMessage message = found.get("message", OutboxMessage.class);
        ErrorCode obstacle = message.isOwed() ? ErrorCode.MAIL_STILL_OWED : mail.linkId().map(over::get).orElse(null);
        return new MailRow(mail.id(), mail.template(), mail.address(), mail.requestId().orElse(0L), text(found.get("reference", String.class)),
                message.createdAt(), MailState.of(mail, message), message.attempts(), message.nextAttemptAt(),
                mail.refusedAt().orElse(message.isGivenUp() ? message.givenUpAt() : message.deliveredAt()),
                mail.refusal() + message.lastError(), number(found, "again"), number(found, "before"), maySend() ? obstacle : ErrorCode.ROLE_REQUIRED);
    }

    private static long number(Tuple found, String name) {
        return Optional.ofNullable(found.get(name, Long.class)).orElse(0L);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
