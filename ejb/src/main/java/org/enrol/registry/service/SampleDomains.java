package org.enrol.registry.service;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;

/** Fills an empty embedded registry with the sample that comes with Enrol, where the operator says so; the demonstration does. */
@Singleton
@Startup
@PermitAll
public class SampleDomains {

    private static final Logger LOGGER = System.getLogger(SampleDomains.class.getName());
    private static final String INSERT = """
            insert into approved_domain (domain, include_subdomains, many_bodies, organisation, source, added_at)
            values (:domain, :below, :many, :organisation, 'sample', :now) on conflict do nothing""";

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    AuditTrail audit;
    @Inject
    @ConfigProperty(name = "enrol.sample.registries", defaultValue = "false")
    boolean wanted;

    @PostConstruct
    void fill() {
        if (wanted && em.createQuery("select d.domain from ApprovedDomain d", String.class).setMaxResults(1).getResultList().isEmpty()) {
            Set<String> broad = Set.copyOf(ShippedList.lines("restricted-suffixes.txt"));
            int count = ShippedList.lines("domains.csv").stream().skip(1).mapToInt(line -> insert(line.split(",", 3), broad)).sum();
            audit.record(audit.system(), AuditAction.DOMAINS_IMPORTED, "sample:" + count);
            LOGGER.log(Level.INFO, "Filled the domain registry with {0} sample entries", count);
        }
    }

    private int insert(String[] columns, Set<String> broad) {
        return em.createNativeQuery(INSERT)
                .setParameter("domain", columns[0])
                .setParameter("below", Boolean.valueOf(columns[1]))
                .setParameter("many", broad.contains(columns[0]))
                .setParameter("organisation", columns[2])
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
