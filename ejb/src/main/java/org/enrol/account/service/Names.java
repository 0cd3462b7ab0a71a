package org.enrol.account.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.enrol.account.model.Account;
import org.enrol.account.model.Role;
import org.enrol.audit.service.NothingPersonal;

/** What people are called, for lists that staff read: one query for a page, not one for a row. */
@Stateless
@RolesAllowed({"ADMINISTRATOR", "SUPPORT", "AUDITOR"})
public class Names {

    /** Somebody who can be chosen. */
    public record Choice(long accountId, String name) {
    }

    @PersistenceContext(unitName = "enrol")
    EntityManager em;

    @NothingPersonal("names only, of people whom the caller's own reading writes down")
    public Map<Long, String> of(Collection<Long> accounts) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        return em.createQuery("select a.id, a.name from Account a where a.id in :ids", Object[].class)
                .setParameter("ids", accounts).getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1]));
    }

    /** The active administrators, by name. */
    @NothingPersonal("what staff are called among themselves")
    public List<Choice> administrators() {
        return em.createQuery("select a.id, a.name from Account a join a.roles r where r = :role and a.status = :active order by a.name", Object[].class)
                .setParameter("role", Role.ADMINISTRATOR).setParameter("active", Account.Status.ACTIVE).getResultStream()
                .map(row -> new Choice((Long) row[0], (String) row[1])).toList();
    }
}
