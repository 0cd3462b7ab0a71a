package org.enrol.organisation.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.enrol.organisation.model.Membership;
import org.enrol.organisation.model.Organisation;

/** Public bodies, known by the domain of their mailboxes. */
@Stateless
@PermitAll
public class PublicBodies {

    private static final String SIMILAR = """
            select o.name, coalesce((select min(d.domain) from organisation_domain d where d.organisation_id = o.id), '') from organisation o
            where lower(o.name) % lower(:name) order by similarity(lower(o.name), lower(:name)) desc, o.id limit :most""";

    /** An organisation. @param domain one of its domains; empty if it has none */
    public record Named(String name, String domain) {
    }

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

    /** Organisations whose names are like this one, the most alike first. Only words count; whether it is the same body, people have to judge. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Named> similar(String name, int most) {
        List<?> rows = em.createNativeQuery(SIMILAR, Object[].class).setParameter("name", name).setParameter("most", most).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new Named((String) row[0], (String) row[1])).toList();
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
