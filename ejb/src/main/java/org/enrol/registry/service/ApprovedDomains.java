package org.enrol.registry.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.enrol.account.service.EmailAddresses;
import org.enrol.audit.service.NothingPersonal;
import org.enrol.registry.model.ApprovedDomain;

/** The embedded domain registry as staff see it: a list in keyset pages. */
@Stateless
@RolesAllowed({"ADMINISTRATOR", "SUPPORT", "AUDITOR"})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ApprovedDomains {

    /**
     * One entry of the list. Serializable, because tables that show it are kept on both nodes.
     *
     * @param readable the domain in its own script
     * @param key      where the next page goes on
     */
    public record Row(String domain, String readable, boolean includesSubdomains, String organisation, String source, Instant addedAt, String key)
            implements Serializable {
    }

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    EmailAddresses addresses;

    /**
     * One page.
     *
     * @param after the key of the last row of the page before; empty for the first page
     * @param part  of the domain, in whatever script, or of the organisation's name, in any case; empty for all
     */
    @NothingPersonal("domains and public bodies")
    public List<Row> list(DomainOrder order, String after, String part, int most) {
        String text = "select d from ApprovedDomain d where 1 = 1"
                + (after.isEmpty() ? "" : " and " + order.after())
                + (part.isEmpty() ? "" : " and (lower(d.domain || ' ' || d.organisation) like :part escape '\\'"
                        + " or lower(d.domain || ' ' || d.organisation) like :ascii escape '\\')")
                + " order by " + order.orderBy();
        TypedQuery<ApprovedDomain> query = em.createQuery(text, ApprovedDomain.class).setMaxResults(most);
        if (!part.isEmpty()) {
            query.setParameter("part", like(part)).setParameter("ascii", like(ascii(part)));
        }
        if (!after.isEmpty()) {
            goOn(query, order, after);
        }
        return query.getResultStream().map(entry -> row(entry, order)).toList();
    }

    /** The key is domain, then what the list is ordered by. */
    private static void goOn(TypedQuery<ApprovedDomain> query, DomainOrder order, String after) {
        String[] key = after.split(" ", 2);
        query.setParameter("domain", key[0]);
        switch (order) {
            case DOMAIN -> { }
            case ORGANISATION -> query.setParameter("value", key[1]);
            case NEWEST -> query.setParameter("value", Instant.parse(key[1]));
        }
    }

    private Row row(ApprovedDomain entry, DomainOrder order) {
        String value = switch (order) {
            case DOMAIN -> "";
            case ORGANISATION -> entry.organisation();
            case NEWEST -> entry.addedAt().toString();
        };
        return new Row(entry.domain(), addresses.readableDomain(entry.domain()), entry.includesSubdomains(), entry.organisation(), entry.source(),
                entry.addedAt(), entry.domain() + " " + value);
    }

    /** A part of a domain in another script, as the registry has it. */
    private String ascii(String part) {
        String rest = ".xx";
        return addresses.canonicalDomain(part + rest).map(domain -> domain.substring(0, domain.length() - rest.length())).orElse(part);
    }

    private static String like(String part) {
        return "%" + part.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
