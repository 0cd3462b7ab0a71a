package org.enrol.audit.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.enrol.audit.model.AuditContent;
import org.enrol.audit.model.AuditSeal.Signature;
import org.enrol.audit.model.PersonalContent;

/**
 * An entry as it stands in the database, whoever wrote it.
 *
 * @param personal hash of what identifies a person; empty if there is nothing (any more)
 * @param mac      the signature; empty if there is none
 */
record StoredEntry(AuditContent content, byte[] personal, byte[] mac) {

    /** For an SQL statement that names the tables e and p. */
    static final String COLUMNS = "e.id, e.at, e.action, e.actor, e.subject, e.request, e.mac, p.address, p.detail, p.salt";
    static final byte[] NONE = new byte[0];

    static StoredEntry of(ResultSet row) throws SQLException {
        AuditContent content = new AuditContent(row.getLong("id"), instant(row), row.getString("action"), row.getString("actor"),
                row.getString("subject"), row.getString("request"));
        return new StoredEntry(content, personal(row), orNone(row.getBytes("mac")));
    }

    Signature signature(AuditKeys keys) {
        if (mac.length == 0) {
            return Signature.MISSING;
        }
        return keys.isEntry(mac, content, personal) ? Signature.VALID : Signature.WRONG;
    }

    static byte[] orNone(byte[] bytes) {
        return bytes == null ? NONE : bytes;
    }

    static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }

    private static byte[] personal(ResultSet row) throws SQLException {
        String address = row.getString("address");
        return address == null ? NONE : new PersonalContent(address, row.getString("detail"), row.getBytes("salt")).digest();
    }
}
