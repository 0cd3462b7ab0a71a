package org.enrol.load;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.enrol.audit.model.AuditContent;
import org.enrol.audit.model.PersonalContent;
import org.enrol.secret.SecretKeys;

/** Writes entries into the trail as Enrol does, in the application's role and signed with the server's key. */
final class SignedEntries {

    private static final int BATCH = 1_000;
    private static final int MAC_BYTES = 16;

    private final Connection connection;
    private final SecretKeys keys;

    SignedEntries(Connection connection, SecretKeys keys) {
        this.connection = connection;
        this.keys = keys;
    }

    /** In transactions of a thousand. @param first the number of the first @param start when it was, each a second after the one before */
    void write(long first, int count, Instant start) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement entry = connection.prepareStatement(
                "insert into audit_entry (id, at, action, actor, subject, request, mac) values (?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement personal = connection.prepareStatement(
                        "insert into audit_personal (entry_id, address, detail, salt) values (?, ?, ?, ?)")) {
            for (int i = 0; i < count; i++) {
                add(entry, personal, first + i, start.plusSeconds(i));
                if ((i + 1) % BATCH == 0 || i + 1 == count) {
                    entry.executeBatch();
                    personal.executeBatch();
                    connection.commit();
                }
            }
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void add(PreparedStatement entry, PreparedStatement personal, long id, Instant at) throws SQLException {
        AuditContent content = new AuditContent(id, at, "SIGN_IN_FAILED", "visitor", "account:" + id % 10_000, "M7K2-9QXD-" + id);
        PersonalContent part = new PersonalContent("10." + id % 250 + "." + id % 241 + ".7", "person" + id + "@dept.gov.uk", salt(id));
        byte[] mac = keys.mac("audit", "entry".getBytes(StandardCharsets.UTF_8), content.canonical(), part.digest());
        entry.setLong(1, id);
        entry.setObject(2, content.at().atOffset(ZoneOffset.UTC));
        entry.setString(3, content.action());
        entry.setString(4, content.actor());
        entry.setString(5, content.subject());
        entry.setString(6, content.request());
        entry.setBytes(7, Arrays.copyOf(mac, MAC_BYTES));
        entry.addBatch();
        personal.setLong(1, id);
        personal.setString(2, part.address());
        personal.setString(3, part.detail());
        personal.setBytes(4, part.salt());
        personal.addBatch();
    }

    private static byte[] salt(long id) {
        return Arrays.copyOf(Long.toString(id * 1_000_003).getBytes(StandardCharsets.US_ASCII), MAC_BYTES);
    }
}
