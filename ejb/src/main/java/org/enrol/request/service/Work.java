package org.enrol.request.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.enrol.audit.service.CurrentActor;
import org.enrol.audit.service.StaffReads;

/** The work lists as staff read them: pages go on from a key, nothing is skipped, and no page costs more than the first. */
@Stateless
@RolesAllowed({"ADMINISTRATOR", "SUPPORT", "AUDITOR"})
public class Work {

    @Resource(lookup = "java:jboss/datasources/EnrolDS")
    DataSource database;
    @Inject
    Clock clock;
    @Inject
    CurrentActor actor;
    @Inject
    StaffReads reads;

    /**
     * One page.
     *
     * @param after the {@link WorkFilter#key} of the last row of the page before; empty for the first page
     */
    public List<WorkRow> list(WorkFilter filter, String after, int most) {
        if (filter.isPartTooShort()) {
            return List.of();
        }
        List<WorkRow> rows = rows(filter, after, most);
        if (!rows.isEmpty()) {
            reads.note("requests", filter.query() + " " + rows.get(0).id() + "…" + rows.get(rows.size() - 1).id());
        }
        return rows;
    }

    private List<WorkRow> rows(WorkFilter filter, String after, int most) {
        Instant now = clock.instant();
        long me = actor.accountId();
        try (Connection connection = database.getConnection()) {
            List<WorkRow> walked = WorkQuery.walk(filter, me, now, after, most).rows(connection);
            return walked.size() == most ? walked : WorkQuery.gather(filter, me, now, after, most).rows(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The list could not be read", e);
        }
    }

    /** The page before, in the same order. @param before the key of the first row of the page after it */
    public List<WorkRow> listBefore(WorkFilter filter, String before, int most) {
        List<WorkRow> backwards = new ArrayList<>(list(filter.sorted(filter.sort(), !filter.descending()), before, most));
        Collections.reverse(backwards);
        return backwards;
    }

    /**
     * What to do next: the next of the list, or its first where that was the last.
     *
     * @param after   where the request stood that is done now
     * @param exceptId that request, wherever it stands by now
     */
    public Optional<WorkRow> next(WorkFilter filter, String after, long exceptId) {
        return Stream.of(after, "").flatMap(key -> list(filter, key, 2).stream()).filter(row -> row.id() != exceptId).findFirst();
    }

    /**
     * The numbers of all requests that fit, a page at a time, in the order of the numbers: for a job that works through the whole filter while
     * what it does changes every other order.
     *
     * @param person whose "mine" is meant
     * @param after  the last number of the page before; 0 for the first
     */
    @PermitAll
    public List<Long> ids(WorkFilter filter, long person, long after, int most) {
        if (filter.isPartTooShort()) {
            return List.of();
        }
        try (Connection connection = database.getConnection()) {
            return WorkQuery.ids(filter, person, clock.instant(), after, most).numbers(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The list could not be read", e);
        }
    }
}
