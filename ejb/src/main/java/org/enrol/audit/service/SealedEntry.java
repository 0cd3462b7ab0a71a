package org.enrol.audit.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.enrol.audit.model.AuditSeal;
import org.enrol.audit.model.AuditSeal.Signature;

/**
 * A link of a chain as it stands in the database, with the entry it seals.
 *
 * @param stored null if the entry is gone
 */
record SealedEntry(int shard, long position, long entry, byte[] personal, Signature signature, byte[] hash, byte[] mac, StoredEntry stored) {

    static final String SELECT = "select s.shard, s.position, s.entry_id, s.personal, s.signature, s.hash, s.mac as seal_mac, " + StoredEntry.COLUMNS + """
             from audit_seal s left join audit_entry e on e.id = s.entry_id left join audit_personal p on p.entry_id = s.entry_id
            where s.shard = ? order by s.position""";

    static SealedEntry of(ResultSet row) throws SQLException {
        StoredEntry stored = row.getObject("at") == null ? null : StoredEntry.of(row);
        return new SealedEntry(row.getInt("shard"), row.getLong("position"), row.getLong("entry_id"), row.getBytes("personal"),
                Signature.valueOf(row.getString("signature")), row.getBytes("hash"), row.getBytes("seal_mac"), stored);
    }

    /** Whether the hash is the one that this entry gets behind that link. */
    boolean follows(byte[] head) {
        return Arrays.equals(hash, AuditSeal.next(shard, position, head, stored.content(), personal, signature).hash());
    }

    boolean isErased() {
        return personal.length > 0 && stored.personal().length == 0;
    }

    boolean hasForeignPersonalPart() {
        return stored.personal().length > 0 && !Arrays.equals(personal, stored.personal());
    }
}
