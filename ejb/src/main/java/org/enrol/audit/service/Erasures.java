package org.enrol.audit.service;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.model.AuditContent;
import org.enrol.audit.model.AuditSeal.Signature;

/**
 * What the trail itself tells of personal parts that were erased. An entry that tells so counts only if Enrol wrote it; a part that is
 * missing without such an entry was taken away by somebody else.
 */
final class Erasures {

    /** What stands before the moment up to which everything was erased, in the subject of the entry that tells so. */
    static final String UNTIL = "until:";
    private static final String ANNOUNCEMENTS = "select s.signature, " + StoredEntry.COLUMNS + """
             from audit_entry e left join audit_personal p on p.entry_id = e.id left join audit_seal s on s.entry_id = e.id
            where e.action = '""" + AuditAction.PERSONAL_DATA_ERASED.name() + "'";

    private Instant until = Instant.MIN;
    /** By subject: the number of the last entry that tells of it. What came later was not erased with it. */
    private final Map<String, Long> announced = new HashMap<>();

    static Erasures of(Connection connection, AuditKeys keys) throws SQLException {
        Erasures erasures = new Erasures();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(ANNOUNCEMENTS)) {
            while (rows.next()) {
                StoredEntry entry = StoredEntry.of(rows);
                String sealed = rows.getString("signature");
                if (Signature.VALID.name().equals(sealed) || sealed == null && entry.signature(keys) == Signature.VALID) {
                    erasures.add(entry.content().id(), entry.content().subject());
                }
            }
        }
        return erasures;
    }

    void add(long entry, String subject) {
        if (subject.startsWith(UNTIL)) {
            try {
                Instant moment = Instant.parse(subject.substring(UNTIL.length()));
                until = moment.isAfter(until) ? moment : until;
            } catch (DateTimeException e) {
                throw new IllegalStateException("Entry " + entry + " of the trail tells of an erasure up to no moment: " + subject, e);
            }
        } else {
            announced.merge(subject, entry, Math::max);
        }
    }

    /** Whether the personal part of this entry may be missing. */
    boolean announce(AuditContent content) {
        return !content.at().isAfter(until) || content.id() < announced.getOrDefault(content.subject(), 0L)
                || content.id() < announced.getOrDefault(content.actor(), 0L);
    }
}
