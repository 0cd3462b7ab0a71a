package org.enrol.request.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.util.List;
import org.enrol.audit.service.CurrentActor;
import org.enrol.audit.service.NothingPersonal;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;

/** What each person looks at again and again, under names of their own. */
@Stateless
@RolesAllowed({"ADMINISTRATOR", "SUPPORT", "AUDITOR"})
public class SavedFilters {

    private static final int LONGEST_NAME = 60;
    private static final String RENEW =
            "update saved_filter set name = :name, query = :query, saved_at = :now where account_id = :person and lower(name) = lower(:name)";
    /** The lowest of the twenty places that is free; the keys decide between two at once. */
    private static final String ADD = """
            insert into saved_filter (account_id, place, name, query, saved_at)
            select :person, min(free), :name, :query, :now from generate_series(1, 20) free
            where free not in (select place from saved_filter where account_id = :person) having min(free) is not null
            on conflict do nothing""";

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    CurrentActor actor;

    /** By name. */
    @NothingPersonal("about the caller alone")
    public List<SavedFilter> mine() {
        List<?> rows = em.createNativeQuery("select place, name, query from saved_filter where account_id = :person order by lower(name)")
                .setParameter("person", actor.accountId()).getResultList();
        return rows.stream().map(Object[].class::cast)
                .map(row -> new SavedFilter(((Number) row[0]).intValue(), (String) row[1], (String) row[2])).toList();
    }

    /**
     * The same name again means the new filter.
     *
     * @throws EnrolException FILTER_NAME if the name is missing or too long, FILTERS_FULL if there are twenty already
     */
    public void save(String name, WorkFilter filter) {
        String called = name == null ? "" : name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw new EnrolException(Refusal.at("filterName", ErrorCode.FILTER_NAME));
        }
        if (filled(RENEW, called, filter).executeUpdate() == 0 && filled(ADD, called, filter).executeUpdate() == 0) {
            throw new EnrolException(Refusal.at("filterName", ErrorCode.FILTERS_FULL));
        }
    }

    private Query filled(String statement, String name, WorkFilter filter) {
        return em.createNativeQuery(statement).setParameter("person", actor.accountId()).setParameter("name", name)
                .setParameter("query", filter.query()).setParameter("now", clock.instant());
    }

    /** Does nothing where there is none at that place. */
    public void drop(int place) {
        em.createNativeQuery("delete from saved_filter where account_id = :person and place = :place")
                .setParameter("person", actor.accountId()).setParameter("place", place).executeUpdate();
    }
}
