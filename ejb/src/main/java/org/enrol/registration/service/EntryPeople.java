package org.enrol.registration.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.enrol.account.model.Account;
import org.enrol.account.model.EmailAddress;
import org.enrol.account.model.Role;

/** Who relied on one entry of the domain registry. An index on the entry and the registration's number serves all of it. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class EntryPeople {

    /** A broad entry can have millions of people: beyond so many nobody needs to know how many exactly. */
    public static final int MOST_COUNTED = 10_000;
    private static final String COUNT = """
            select count(account_id), count(*) from (select account_id from registration where evidence_entry = :entry order by id limit :most) r""";

    /** Somebody whose account rests on the entry. Serializable, because tables that show it are kept on both nodes. */
    public record Person(long registrationId, long accountId, String name, String typedEmail, String domain, boolean active, boolean staff)
            implements Serializable {
    }

    /** @param accounts made by people whose evidence is the entry @param waiting sign-ups that are not activated @param more whether it is more than was counted */
    public record Number(long accounts, long waiting, boolean more) {
    }

    @PersistenceContext(unitName = "enrol")
    EntityManager em;

    public Number number(String entry) {
        Object[] counted = (Object[]) em.createNativeQuery(COUNT, Object[].class).setParameter("entry", entry)
                .setParameter("most", MOST_COUNTED + 1).getSingleResult();
        long accounts = ((java.lang.Number) counted[0]).longValue();
        long all = ((java.lang.Number) counted[1]).longValue();
        return new Number(accounts, all - accounts, all > MOST_COUNTED);
    }

    /** @param after the registration to go on from; 0 at first */
    public List<Person> registered(String entry, long after, int most) {
        return em.createQuery("""
                        select r.id, a.id, a.name, a.email, a.status, (select count(x) from Account b join b.roles x where b = a and x in :staff)
                        from Registration r join Account a on a.id = r.accountId
                        where r.evidence.entry = :entry and r.id > :after order by r.id""", Object[].class)
                .setParameter("staff", Arrays.stream(Role.values()).filter(Role::isStaff).toList())
                .setParameter("entry", entry).setParameter("after", after).setMaxResults(most).getResultStream().map(EntryPeople::person).toList();
    }

    private static Person person(Object[] row) {
        EmailAddress email = (EmailAddress) row[3];
        return new Person((Long) row[0], (Long) row[1], (String) row[2], email.typed(), email.domain(), row[4] == Account.Status.ACTIVE,
                (Long) row[5] > 0);
    }
}
