package org.enrol.audit.service;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.enrol.audit.model.AuditSeal;

/**
 * Checks the whole trail against itself, against the server's key and against anchors. Only reads, in one snapshot, so that what is
 * written meanwhile does not matter; reads every entry once and keeps none. About half a minute for a million entries.
 */
final class TrailVerifier {

    private static final int FETCH_SIZE = 2_000;

    private final AuditKeys keys;
    private final List<Anchor> anchors;

    /** @param anchors read before the connection's first query: an anchor must not be newer than what is looked at */
    TrailVerifier(AuditKeys keys, List<Anchor> anchors) {
        this.keys = keys;
        this.anchors = List.copyOf(anchors);
    }

    /** @param connection outside any transaction; comes back the same */
    VerificationReport verify(Connection connection, Instant now) throws SQLException {
        connection.setAutoCommit(false);
        try {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return report(connection, now);
        } finally {
            connection.rollback();
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setReadOnly(false);
            connection.setAutoCommit(true);
        }
    }

    private VerificationReport report(Connection connection, Instant now) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        long sealed = 0;
        long erased = 0;
        Erasures erasures = Erasures.of(connection, keys);
        for (int shard = 0; shard < AuditSeal.SHARDS; shard++) {
            ChainWalk walk = walk(connection, shard, erasures);
            findings.addAll(walk.findings());
            sealed += walk.links();
            erased += walk.erased();
        }
        UnsealedEntries unsealed = UnsealedEntries.of(connection, keys, FETCH_SIZE);
        findings.addAll(unsealed.findings());
        long unsigned = anchors.stream().filter(anchor -> !anchor.isOurs(keys)).count();
        return new VerificationReport(now, sealed, unsealed.waiting(), unsealed.oldest(), erased, anchors.size(), unsigned, findings);
    }

    private ChainWalk walk(Connection connection, int shard, Erasures erasures) throws SQLException {
        ChainWalk walk = new ChainWalk(shard, keys, new AnchoredChain(shard, anchors, keys), erasures);
        try (PreparedStatement select = connection.prepareStatement(SealedEntry.SELECT)) {
            select.setFetchSize(FETCH_SIZE);
            select.setInt(1, shard);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    walk.see(SealedEntry.of(rows));
                }
            }
        }
        return walk;
    }
}
