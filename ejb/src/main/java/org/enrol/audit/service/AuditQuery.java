package org.enrol.audit.service;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.enrol.audit.service.AuditLine.Key;

/** The statement behind one page of the list: newest first, from a key on, so that page 5,000 costs no more than the first. */
final class AuditQuery {

    private final StringBuilder sql = new StringBuilder("""
            select e.id, e.at, e.action, e.actor, e.subject, e.request, s.entry_id is not null as sealed""");
    private final List<Object> values = new ArrayList<>();
    private final boolean personal;

    /** @param after the last line of the page before; null for the first page */
    AuditQuery(AuditFilter filter, Key after, int most) {
        personal = filter.personal();
        sql.append(personal ? ", p.address, p.detail" : "").append(" from audit_entry e left join audit_seal s on s.entry_id = e.id")
                .append(personal ? " left join audit_personal p on p.entry_id = e.id" : "").append(" where true");
        equal("action", filter.action() == null ? "" : filter.action().name());
        equal("actor", filter.actor());
        equal("subject", filter.subject());
        request(filter.request());
        if (values.isEmpty()) {
            // Names the condition of the index that is meant for this case alone, see V002.
            sql.append(" and e.id > 0");
        }
        moment(" and e.at >= ?", filter.from());
        moment(" and e.at < ?", filter.until());
        if (after != null) {
            moment(" and (e.at, e.id) < (?, ?)", after.at());
            values.add(after.id());
        }
        sql.append(" order by e.at desc, e.id desc limit ?");
        values.add(most);
    }

    List<AuditLine> run(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            List<AuditLine> lines = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    lines.add(line(rows));
                }
            }
            return lines;
        }
    }

    private AuditLine line(ResultSet row) throws SQLException {
        return new AuditLine(row.getLong("id"), StoredEntry.instant(row), row.getString("action"), row.getString("actor"), row.getString("subject"),
                row.getString("request"), personal ? orEmpty(row.getString("address")) : "", personal ? orEmpty(row.getString("detail")) : "",
                row.getBoolean("sealed"));
    }

    /** @param column one of ours, never from outside */
    private void equal(String column, String value) {
        if (!value.isEmpty()) {
            sql.append(" and e.").append(column).append(" = ?");
            values.add(value);
        }
    }

    /** Names the condition of the partial index too, or the database could not know that it may use it. */
    private void request(String value) {
        if (!value.isEmpty()) {
            sql.append(" and e.request <> ''");
            equal("request", value);
        }
    }

    private void moment(String condition, Instant value) {
        if (value != null) {
            sql.append(condition);
            values.add(value.atOffset(ZoneOffset.UTC));
        }
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }
}
