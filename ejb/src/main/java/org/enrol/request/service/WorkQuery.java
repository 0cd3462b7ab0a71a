package org.enrol.request.service;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.enrol.request.model.RequestStatus;
import org.enrol.request.model.RequestType;

/**
 * The statements behind one page of work. There are two ways to the same rows, and which is quick depends on what is in the tables:
 * <em>walking</em> along the order and keeping what fits is quick where much fits; <em>gathering</em> what fits and sorting it is quick where
 * little does. A planner that guesses wrong walks through a million rows. So nothing is guessed: whoever asks walks a bounded stretch first,
 * and gathers if that did not fill the page.
 */
final class WorkQuery {

    /** Rows. Below it a walk costs some milliseconds; what fits less often than this is few enough to be gathered. */
    private static final int STRETCH = 2000;
    private static final Pattern KEY = Pattern.compile("(infinity|[1-9][0-9]{3}-[0-9TZ:.-]{12,30})_([0-9]{1,18})");
    private static final String ROW = "r.id, r.reference, r.type, r.title, r.status, a.name, r.created_at, r.changed_at, r.due_at";

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private final WorkFilter filter;
    private final long person;
    private final Instant now;

    /** @param person whose "mine" is meant */
    private WorkQuery(WorkFilter filter, long person, Instant now) {
        this.filter = filter;
        this.person = person;
        this.now = now;
    }

    /** What fits in the next stretch of the order: all there is if the page is full, perhaps not all if it is not. */
    static WorkQuery walk(WorkFilter filter, long person, Instant now, String after, int most) {
        WorkQuery query = new WorkQuery(filter, person, now);
        query.add("select " + ROW + " from (select r.* from request r where " + (filter.isOpenOnly() ? "r.status <> 'CLOSED'" : "true"));
        query.after(after);
        query.add(query.order("r.id") + " limit " + STRETCH + ") r left join account a on a.id = r.assignee_id where ");
        query.conditions();
        query.add(query.order("r.id") + " limit ?", most);
        return query;
    }

    /** The page, whatever it takes. */
    static WorkQuery gather(WorkFilter filter, long person, Instant now, String after, int most) {
        WorkQuery query = new WorkQuery(filter, person, now);
        query.add("with fitting as materialized (select r.id as fit, " + filter.sort().expression() + " as stand from request r where ");
        query.conditions();
        query.after(after);
        String way = filter.descending() ? " desc" : "";
        query.add(") select " + ROW + " from (select * from fitting order by stand" + way + ", fit" + way + " limit ?) f"
                + " join request r on r.id = f.fit left join account a on a.id = r.assignee_id order by stand" + way + ", fit" + way, most);
        return query;
    }

    /** The numbers of all that fits, in their own order: it stays the same whatever happens to the requests meanwhile. */
    static WorkQuery ids(WorkFilter filter, long person, Instant now, long after, int most) {
        WorkQuery query = new WorkQuery(filter, person, now);
        query.add("select r.id from request r where ");
        query.conditions();
        query.add(" and r.id > ? order by r.id limit ?", after, most);
        return query;
    }

    private void conditions() {
        add(filter.list().condition());
        switch (filter.list()) {
            case MINE -> values.add(person);
            case OVERDUE -> values.add(now.atOffset(ZoneOffset.UTC));
            case UNASSIGNED, WAITING, ALL -> { }
        }
        if (filter.isOpenOnly()) {
            // Names the condition of the partial indexes, or the database could not know that it may use them.
            add(" and r.status <> 'CLOSED'");
        }
        anyOf(" and r.type in ", filter.types());
        anyOf(" and r.status in ", filter.statuses());
        if (filter.assignee() > 0) {
            add(" and r.assignee_id = ?", filter.assignee());
        }
        if (filter.days() > 0) {
            add(" and r.created_at <= ?", now.atOffset(ZoneOffset.UTC).minusDays(filter.days()));
        }
        if (!filter.part().isEmpty()) {
            add(" and lower(r.title || ' ' || r.reference) like lower(?) escape '\\'", "%" + filter.part().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
    }

    /** Written out, not bound: they are ours, and the database knows how many rows each has. */
    private void anyOf(String condition, Collection<? extends Enum<?>> names) {
        if (!names.isEmpty()) {
            add(condition + names.stream().map(name -> "'" + name.name() + "'").sorted().collect(Collectors.joining(", ", "(", ")")));
        }
    }

    private void after(String key) {
        Matcher parts = KEY.matcher(key);
        if (parts.matches() && isMoment(parts.group(1))) {
            add(" and (" + filter.sort().expression() + ", r.id) " + (filter.descending() ? "<" : ">") + " (cast(? as timestamptz), ?)",
                    parts.group(1), Long.parseLong(parts.group(2)));
        }
    }

    /** The key may come from the address of a page. */
    private static boolean isMoment(String text) {
        try {
            return text.equals("infinity") || Instant.parse(text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private String order(String id) {
        String way = filter.descending() ? " desc" : "";
        return " order by " + filter.sort().expression() + way + ", " + id + way;
    }

    private void add(String part, Object... bound) {
        sql.append(part);
        values.addAll(List.of(bound));
    }

    List<WorkRow> rows(Connection connection) throws SQLException {
        List<WorkRow> found = new ArrayList<>();
        try (PreparedStatement select = prepared(connection); ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(row(rows));
            }
        }
        return found;
    }

    List<Long> numbers(Connection connection) throws SQLException {
        List<Long> found = new ArrayList<>();
        try (PreparedStatement select = prepared(connection); ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
        }
        return found;
    }

    private PreparedStatement prepared(Connection connection) throws SQLException {
        PreparedStatement select = connection.prepareStatement(sql.toString());
        for (int i = 0; i < values.size(); i++) {
            select.setObject(i + 1, values.get(i));
        }
        return select;
    }

    private WorkRow row(ResultSet row) throws SQLException {
        String assignee = row.getString("name");
        Instant due = instant(row, "due_at");
        return new WorkRow(row.getLong("id"), row.getString("reference"), RequestType.valueOf(row.getString("type")), row.getString("title"),
                RequestStatus.valueOf(row.getString("status")), assignee == null ? "" : assignee, instant(row, "created_at"),
                instant(row, "changed_at"), due, Urgency.of(due, now));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
