package org.enrol.request.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.enrol.audit.service.CurrentActor;
import org.enrol.audit.service.NothingPersonal;

/**
 * How many requests each list holds: exact, and read from counter rows. Triggers on the table of requests write down every change (see
 * V007), so that no way to change a request can forget to; here the changes are folded into the counts.
 */
@Stateless
@RolesAllowed({"ADMINISTRATOR", "SUPPORT", "AUDITOR"})
public class WorkCounts {

    private static final String COUNTS = """
            select cell, cast(sum(n) as bigint) from (
              select cell, n from work_count where cell in ('ALL', 'UNASSIGNED', 'WAITING', :mine)
              union all select cell, n from work_change where cell in ('ALL', 'UNASSIGNED', 'WAITING', :mine)
              union all select 'OVERDUE', n from work_count where cell >= 'DUE:' and cell < :today
              union all select 'OVERDUE', n from work_change where cell >= 'DUE:' and cell < :today
              union all select 'OVERDUE', count(*) from request where coalesce(due_at, 'infinity') >= :midnight and coalesce(due_at, 'infinity') < :now
            ) counted group by cell""";
    private static final String FOLD = """
            with changes as (delete from work_change returning cell, n)
            insert into work_count (cell, n) select cell, sum(n) from changes group by cell having sum(n) <> 0 order by cell
            on conflict (cell) do update set n = work_count.n + excluded.n""";

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    CurrentActor actor;

    /** All lists, empty ones included. */
    @NothingPersonal("numbers of requests")
    public Map<WorkList, Long> get() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        String mine = "MINE:" + actor.accountId();
        Map<WorkList, Long> counts = new EnumMap<>(WorkList.class);
        for (WorkList list : WorkList.values()) {
            counts.put(list, 0L);
        }
        List<?> cells = em.createNativeQuery(COUNTS).setParameter("mine", mine).setParameter("today", "DUE:" + today)
                .setParameter("midnight", today.atStartOfDay(ZoneOffset.UTC).toInstant()).setParameter("now", now).getResultList();
        cells.stream().map(Object[].class::cast)
                .forEach(cell -> counts.put(cell[0].equals(mine) ? WorkList.MINE : WorkList.valueOf((String) cell[0]), (Long) cell[1]));
        return counts;
    }

    /** Nobody waits for it: it takes the changes that are there and leaves those that come meanwhile. If another node is at it, this one waits. */
    @PermitAll
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false, info = "work-counts")
    public void fold() {
        if (em.createNativeQuery(FOLD).executeUpdate() > 0) {
            em.createNativeQuery("delete from work_count where n = 0").executeUpdate();
        }
    }
}
