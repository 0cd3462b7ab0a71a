package org.enrol.audit.service;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.enrol.audit.model.AuditSeal;

/**
 * The newest link of a chain, which stands for all before it.
 *
 * @param position how many links there are; 0 for none, and then there is neither hash nor mac
 */
record ChainHead(int shard, long position, long entry, byte[] hash, byte[] mac) {

    private static final String NEWEST = "select position, entry_id, hash, mac from audit_seal where shard = ? order by position desc limit 1";

    static ChainHead of(Connection connection, int shard) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEWEST)) {
            select.setInt(1, shard);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new ChainHead(shard, row.getLong(1), row.getLong(2), row.getBytes(3), row.getBytes(4))
                        : new ChainHead(shard, 0, 0, StoredEntry.NONE, StoredEntry.NONE);
            }
        }
    }

    static List<ChainHead> all(Connection connection) throws SQLException {
        List<ChainHead> heads = new ArrayList<>();
        for (int shard = 0; shard < AuditSeal.SHARDS; shard++) {
            heads.add(of(connection, shard));
        }
        return heads;
    }
}
