package org.enrol.audit.service;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.enrol.audit.model.AuditSeal.Signature;
import org.enrol.audit.service.Finding.Kind;

/** Looks through the entries that are in no chain: most of them simply wait for their seal. */
final class UnsealedEntries {

    /** More would tell nothing new. */
    private static final int MOST = 20;
    private static final String UNSEALED = "select u.entry_id is not null as waiting, " + StoredEntry.COLUMNS + """
             from audit_entry e left join audit_seal s on s.entry_id = e.id left join audit_unsealed u on u.entry_id = e.id
             left join audit_personal p on p.entry_id = e.id
            where s.entry_id is null order by e.id""";
    /** Its entry was there when the row was written, in the same transaction. */
    private static final String ENTRY_GONE = """
            select u.entry_id from audit_unsealed u left join audit_entry e on e.id = u.entry_id where e.id is null order by u.entry_id""";

    private final List<Finding> findings = new ArrayList<>();
    private long waiting;
    private Instant oldest;

    static UnsealedEntries of(Connection connection, AuditKeys keys, int fetchSize) throws SQLException {
        UnsealedEntries unsealed = new UnsealedEntries();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(fetchSize);
            try (ResultSet rows = statement.executeQuery(UNSEALED)) {
                while (rows.next()) {
                    unsealed.see(StoredEntry.of(rows), rows.getBoolean("waiting"), keys);
                }
            }
            try (ResultSet rows = statement.executeQuery(ENTRY_GONE)) {
                while (rows.next()) {
                    unsealed.add(Kind.DELETED, rows.getLong(1));
                }
            }
        }
        return unsealed;
    }

    private void see(StoredEntry entry, boolean due, AuditKeys keys) {
        if (entry.signature(keys) == Signature.WRONG) {
            add(Kind.ENTRY_FOREIGN, entry.content().id());
        } else if (!due) {
            add(Kind.NEVER_SEALED, entry.content().id());
        } else {
            waiting++;
            Instant at = entry.content().at();
            oldest = oldest == null || at.isBefore(oldest) ? at : oldest;
        }
    }

    private void add(Kind kind, long entry) {
        if (findings.size() < MOST) {
            findings.add(new Finding(kind, -1, 0, entry, ""));
        }
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    long waiting() {
        return waiting;
    }

    Instant oldest() {
        return oldest;
    }
}
