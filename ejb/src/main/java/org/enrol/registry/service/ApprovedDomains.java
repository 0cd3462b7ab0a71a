package org.enrol.registry.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.enrol.audit.service.NothingPersonal;
import org.enrol.registry.model.ApprovedDomain;

/** The embedded domain registry as staff see it. */
@Stateless
@RolesAllowed({"ADMINISTRATOR", "SUPPORT", "AUDITOR"})
public class ApprovedDomains {

    /** One entry of the list. Serializable, because tables that show it are kept on both nodes. */
    public record Row(String domain, boolean includesSubdomains, String organisation, String source, Instant addedAt) implements Serializable {
    }

    @PersistenceContext(unitName = "enrol")
    EntityManager em;

    /**
     * One page in alphabetical order.
     *
     * @param after the last domain of the page before; empty for the first page
     * @param part  of the domain or the organisation's name, in any case; empty for all
     */
    @NothingPersonal("domains and public bodies")
    public List<Row> list(String after, String part, int most) {
        return em.createQuery("""
                        select d from ApprovedDomain d where d.domain > :after
                        and (lower(d.domain) like :part escape '\\' or lower(d.organisation) like :part escape '\\')
                        order by d.domain""", ApprovedDomain.class)
                .setParameter("after", after)
                .setParameter("part", "%" + part.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .setMaxResults(most)
                .getResultStream()
                .map(d -> new Row(d.domain(), d.includesSubdomains(), d.organisation(), d.source(), d.addedAt()))
                .toList();
    }
}
