package org.enrol.buyer.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.enrol.buyer.model.DomainWait;
import org.enrol.messaging.service.MailTemplate;
import org.enrol.registry.model.DomainTerms;
import org.enrol.registry.service.DomainOpened;
import org.enrol.request.port.Said;
import org.enrol.request.service.Requests;

/** Those who wait for a domain, by the request they wait for, and what they are told. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class WaitingPeople {

    /**
     * Open requests for a domain or for what its entry would cover: two indexes find them, one of them on the names read backwards. Found
     * first and ordered afterwards, or the database would walk through all requests in their order.
     */
    private static final String CONCERNED = """
            with concerned as materialized (
              select id from request where open_key = 'EMAIL_DOMAIN:' || :domain and status <> 'COMPLETE_AWAITING_ACKNOWLEDGEMENT'
              union all
              select id from request where :below and type = 'EMAIL_DOMAIN' and status not in ('CLOSED', 'COMPLETE_AWAITING_ACKNOWLEDGEMENT')
              and reverse(target) collate "C" > reverse(:domain) || '.' and reverse(target) collate "C" < reverse(:domain) || '/')
            select id from concerned order by id limit :most""";

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Requests requests;
    @Inject
    AccessMail mail;

    /** The open requests that an entry would answer, oldest first. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Long> requestsFor(DomainTerms terms, int most) {
        return em.createNativeQuery(CONCERNED, Long.class)
                .setParameter("domain", terms.domain())
                .setParameter("below", terms.includesSubdomains())
                .setParameter("most", most)
                .getResultStream().map(Long.class::cast).toList();
    }

    /**
     * However a domain was let in: whatever other request it answers ends with it, and its people are told ({@link DomainAccess#closed}).
     */
    public void opened(@Observes DomainOpened opened) {
        requestsFor(opened.terms(), Integer.MAX_VALUE).stream()
                .filter(request -> !opened.source().equals(source(request)))
                .forEach(request -> requests.endWithAnother(request, opened.terms().domain()));
    }

    /** How the registry names a request that it has an entry from. */
    static String source(long requestId) {
        return "request:" + requestId;
    }

    /** In the order in which they asked, those who gave up included. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<DomainWait> all(long requestId) {
        return em.createQuery("select w from DomainWait w where w.requestId = :request order by w.id", DomainWait.class)
                .setParameter("request", requestId).getResultList();
    }

    /** Tells the decision to those who have not given up. @param values what the mail mentions beside name and domain */
    public void tell(long requestId, MailTemplate template, Map<String, String> values) {
        all(requestId).stream().filter(wait -> !wait.isWithdrawn()).forEach(wait -> {
            mail.tell(wait, template, values);
            wait.told(clock.instant());
        });
    }

    /** Passes on what staff say to one or to all. */
    public void pass(Said said) {
        all(said.requestId()).stream()
                .filter(wait -> !wait.isWithdrawn() && (said.applicant() == null || said.applicant().equals(wait.key())))
                .forEach(wait -> mail.tell(wait, MailTemplate.ACCESS_MESSAGE, Map.of("message", said.text())));
    }
}
