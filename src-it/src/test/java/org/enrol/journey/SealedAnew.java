package org.enrol.journey;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.enrol.audit.model.AuditContent;
import org.enrol.audit.model.AuditSeal;
import org.enrol.secret.SecretKeys;

/** One chain made anew from the entries there are, by somebody who has the database and the server's key: every hash and signature is right. */
final class SealedAnew {

    private static final int MAC_BYTES = 16;

    private final Connection connection;
    private final SecretKeys keys;

    SealedAnew(Connection connection, SecretKeys keys) {
        this.connection = connection;
        this.keys = keys;
    }

    void chain(int shard) throws SQLException {
        List<AuditSeal> seals = seals(shard);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from audit_seal where shard = " + shard);
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into audit_seal (shard, position, entry_id, personal, signature, hash, mac) values (?, ?, ?, ?, ?, ?, ?)")) {
            for (AuditSeal seal : seals) {
                insert.setInt(1, shard);
                insert.setLong(2, seal.position());
                insert.setLong(3, seal.content().id());
                insert.setBytes(4, seal.personal());
                insert.setString(5, seal.signature().name());
                insert.setBytes(6, seal.hash());
                insert.setBytes(7, mac(seal));
                insert.executeUpdate();
            }
        }
    }

    private List<AuditSeal> seals(int shard) throws SQLException {
        List<AuditSeal> seals = new ArrayList<>();
        byte[] head = {};
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("""
                select e.*, s.personal, s.signature from audit_seal s join audit_entry e on e.id = s.entry_id
                where s.shard = %d order by s.position""".formatted(shard))) {
            while (row.next()) {
                AuditContent content = new AuditContent(row.getLong("id"), row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("action"),
                        row.getString("actor"), row.getString("subject"), row.getString("request"));
                AuditSeal seal = AuditSeal.next(shard, seals.size() + 1L, head, content, row.getBytes("personal"),
                        AuditSeal.Signature.valueOf(row.getString("signature")));
                seals.add(seal);
                head = seal.hash();
            }
        }
        return seals;
    }

    private byte[] mac(AuditSeal seal) {
        return Arrays.copyOf(keys.mac("audit", "seal".getBytes(StandardCharsets.UTF_8),
                AuditSeal.canonicalPlace(seal.shard(), seal.position(), seal.content().id(), seal.hash())), MAC_BYTES);
    }
}
