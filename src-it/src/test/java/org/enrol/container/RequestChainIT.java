package org.enrol.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.concurrent.Callable;
import org.enrol.audit.model.Actor;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.request.model.RequestType;
import org.enrol.request.service.OverdueAnswers;
import org.enrol.request.service.Requests;
import org.junit.jupiter.api.Test;

/** Requests as the services begin, chain and end them. */
class RequestChainIT extends ContainerTest {

    private static final Actor SYSTEM = new Actor(Actor.Kind.SYSTEM, 0);

    @PersistenceContext(unitName = "enrol")
    private EntityManager em;
    @Inject
    private UserTransaction transaction;
    @Inject
    private Requests requests;
    @Inject
    private OverdueAnswers overdue;

    @Test
    void whatFollowsAnotherRequestIsADraftAndAskedForOnce() throws Exception {
        long first = inTransaction(() -> ask("chain1.example"));

        long second = inTransaction(() -> askAfter(first, "chain2.example"));

        assertThat(inTransaction(() -> askAfter(first, "chain2.example"))).isEqualTo(second);
        assertThat(status(second)).isEqualTo("DRAFT");
        assertThat(inTransaction(() -> ask("chain2.example"))).as("asking for it alone neither doubles nor releases it").isEqualTo(second);
        assertThat(status(second)).isEqualTo("DRAFT");
        assertRefused(ErrorCode.REQUEST_ACTION_NOT_NOW, () -> askAfter(first, "chain3.example"));
        assertRefused(ErrorCode.REQUEST_ASKED_AGAIN, () -> askAfter(second, "chain1.example"));
        assertRefused(ErrorCode.REQUEST_ACTION_NOT_NOW, () -> askAfter(-1, "chain4.example"));
    }

    @Test
    void whatTheApplicantDoesNotAnswerIsClosedAfterAWhile() throws Exception {
        long returned = waitsSince("waits1.example", "RETURNED", 31);
        long fresh = waitsSince("waits2.example", "RETURNED", 29);
        long complete = waitsSince("waits3.example", "COMPLETE_AWAITING_ACKNOWLEDGEMENT", 15);
        long justComplete = waitsSince("waits4.example", "COMPLETE_AWAITING_ACKNOWLEDGEMENT", 13);

        overdue.close();

        assertThat(List.of(status(returned), status(fresh), status(complete), status(justComplete)))
                .containsExactly("CLOSED EXPIRED", "RETURNED", "CLOSED COMPLETED", "COMPLETE_AWAITING_ACKNOWLEDGEMENT");
        assertThat(one("select actor || ' ' || action from request_event where request_id = ?1 order by number desc limit 1", complete))
                .isEqualTo("system EXPIRE");
    }

    private long ask(String domain) {
        return requests.ask(RequestType.EMAIL_DOMAIN, domain, domain, 0, SYSTEM);
    }

    private long askAfter(long former, String domain) {
        return requests.askAfter(former, RequestType.EMAIL_DOMAIN, domain, domain, 0, SYSTEM);
    }

    /** A request that the applicant has had for so many days; told by its history, as the database demands. */
    private long waitsSince(String domain, String status, int days) throws Exception {
        long id = inTransaction(() -> ask(domain));
        return inTransaction(() -> ((Number) em.createNativeQuery("""
                        with moved as (update request set status = ?2, events = 3, due_at = null, clock_since = null,
                          changed_at = now() - make_interval(days => ?3) where id = ?1 returning id)
                        insert into request_event (request_id, number, at, actor, action, from_status, to_status, comment)
                        select id, 3, now(), 'system', 'CREATE', 'AWAITING_PICKUP', ?2, '' from moved returning request_id""")
                .setParameter(1, id).setParameter(2, status).setParameter(3, days).getSingleResult()).longValue());
    }

    private String status(long id) {
        return one("select trim(status || ' ' || coalesce(outcome, '')) from request where id = ?1", id);
    }

    private String one(String sql, long id) {
        return (String) em.createNativeQuery(sql).setParameter(1, id).getSingleResult();
    }

    private <V> V inTransaction(Callable<V> deed) throws Exception {
        transaction.begin();
        try {
            V made = deed.call();
            transaction.commit();
            return made;
        } catch (EnrolException e) {
            transaction.rollback();
            throw e;
        }
    }

    private void assertRefused(ErrorCode code, Callable<?> deed) {
        assertThatThrownBy(() -> inTransaction(deed)).isInstanceOfSatisfying(EnrolException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
