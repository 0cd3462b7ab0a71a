package org.enrol.organisation.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import org.enrol.organisation.model.Membership;
import org.enrol.organisation.model.Organisation;

/** Public bodies, known by the domain of their mailboxes. */
@Stateless
@PermitAll
public class PublicBodies {

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;

    /** What the body is called here already. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<String> name(String domain) {
        return find(domain).map(Organisation::name);
    }

    /**
     * Makes somebody a confirmed member of the body behind a domain; the first one founds it here.
     *
     * @param name        what a new body is called; renames nothing
     * @param claimedName what the person called it
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void join(long accountId, String domain, String name, String claimedName) {
        Organisation body = find(domain).orElseGet(() -> found(domain, name));
        em.persist(Membership.confirmed(accountId, body, claimedName, clock.instant()));
    }

    /** The organisation somebody belongs to; the newest if several. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<String> nameOf(long accountId) {
        return em.createQuery("""
                        select m from Membership m join fetch m.organisation
                        where m.accountId = :account and m.until is null order by m.id desc""", Membership.class)
                .setParameter("account", accountId).setMaxResults(1).getResultStream().findFirst()
                .map(membership -> membership.organisation().name());
    }

    /** Two first members at once: the second waits here and then finds the body; the primary key of the domains would stop him anyway. */
    private Organisation found(String domain, String name) {
        em.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:domain, 0))", Object.class)
                .setParameter("domain", "organisation_domain:" + domain).getSingleResult();
        return find(domain).orElseGet(() -> {
            Organisation body = Organisation.publicBody(domain, name, clock.instant());
            em.persist(body);
            return body;
        });
    }

    private Optional<Organisation> find(String domain) {
        return em.createQuery("select o from Organisation o join o.domains d where d = :domain", Organisation.class)
                .setParameter("domain", domain).getResultStream().findFirst();
    }
}
