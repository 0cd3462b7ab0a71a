package org.enrol.registry.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.enrol.registry.model.ApprovedDomain;

/** The entries of the embedded domain registry by where they stand in the tree of names. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class DomainEntries {

    /** One parameter whatever the number of labels: a list of them would be translated to SQL anew at every call. */
    private static final String CANDIDATES = "select * from approved_domain where domain = any(string_to_array(:candidates, ' '))";
    /** All below a name, by an index on the names read backwards: a slash is what follows a dot. */
    private static final String BELOW = """
            select d.* from approved_domain d where reverse(d.domain) collate "C" > reverse(:domain) || '.'
            and reverse(d.domain) collate "C" < reverse(:domain) || '/' order by d.domain limit :most""";

    private static final Comparator<ApprovedDomain> NEAREST_FIRST =
            Comparator.comparing(ApprovedDomain::domain, Comparator.comparingInt(String::length).reversed());

    @PersistenceContext(unitName = "enrol")
    EntityManager em;

    /** The most specific entry that covers a domain. */
    public Optional<ApprovedDomain> covering(String domain) {
        return above(domain).stream().filter(entry -> entry.covers(domain)).findFirst();
    }

    /** The entry itself and those of its parents, whether they cover it or not; the nearest first. */
    @SuppressWarnings("unchecked")
    public List<ApprovedDomain> above(String domain) {
        List<ApprovedDomain> found = em.createNativeQuery(CANDIDATES, ApprovedDomain.class)
                .setParameter("candidates", String.join(" ", withParents(domain))).getResultList();
        return found.stream().sorted(NEAREST_FIRST).toList();
    }

    @SuppressWarnings("unchecked")
    public List<ApprovedDomain> below(String domain, int most) {
        return em.createNativeQuery(BELOW, ApprovedDomain.class).setParameter("domain", domain).setParameter("most", most).getResultList();
    }

    private static List<String> withParents(String domain) {
        List<String> names = new ArrayList<>();
        for (String rest = domain; !rest.isEmpty(); rest = rest.contains(".") ? rest.substring(rest.indexOf('.') + 1) : "") {
            names.add(rest);
        }
        return names;
    }
}
