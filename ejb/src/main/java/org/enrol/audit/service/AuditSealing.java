package org.enrol.audit.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.enrol.audit.model.AuditSeal;
import org.enrol.audit.model.AuditSeal.Signature;
import org.enrol.secret.SecretKeys;

/**
 * Lengthens one chain by one batch, in a transaction of its own. An advisory lock lets one sealer at a time work on a shard; were it to
 * fail, the primary key would still refuse a fork. Nobody who writes entries waits for any of this.
 */
@Stateless
@PermitAll
public class AuditSealing {

    private static final Logger LOGGER = System.getLogger(AuditSealing.class.getName());
    /** Tells this lock from others of the same database: "seal" in ASCII. */
    private static final int LOCK = 0x7365616c;
    private static final int BATCH = 500;
    private static final String WAITING = "select " + StoredEntry.COLUMNS + """
             from audit_unsealed u join audit_entry e on e.id = u.entry_id left join audit_personal p on p.entry_id = e.id
            where mod(u.entry_id, ?) = ? order by u.entry_id limit ?""";

    @Resource(lookup = "java:jboss/datasources/EnrolDS")
    DataSource database;
    @Inject
    SecretKeys keys;

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public boolean isAnythingWaiting() {
        try (Connection connection = database.getConnection(); Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select exists (select 1 from audit_unsealed)")) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The trail could not be read", e);
        }
    }

    /** @return whether more may be waiting; false too if another sealer is at work on this shard */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean sealBatch(int shard) {
        try (Connection connection = database.getConnection()) {
            if (!lock(connection, shard)) {
                return false;
            }
            ChainHead head = head(connection, shard);
            List<StoredEntry> waiting = waiting(connection, shard);
            write(connection, chain(head, waiting));
            return waiting.size() == BATCH;
        } catch (SQLException e) {
            throw new IllegalStateException("Shard " + shard + " of the trail could not be sealed", e);
        }
    }

    private static boolean lock(Connection connection, int shard) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_xact_lock(?, ?)")) {
            statement.setInt(1, LOCK);
            statement.setInt(2, shard);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private ChainHead head(Connection connection, int shard) throws SQLException {
        ChainHead head = ChainHead.of(connection, shard);
        if (head.position() > 0 && !new AuditKeys(keys).isSeal(head.mac(), shard, head.position(), head.entry(), head.hash())) {
            LOGGER.log(Level.WARNING, "The newest seal of shard {0} (position {1}) bears no signature of this key or the previous one:"
                    + " unless the key was changed, verify the trail", shard, head.position());
        }
        return head;
    }

    private static List<StoredEntry> waiting(Connection connection, int shard) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(WAITING)) {
            select.setInt(1, AuditSeal.SHARDS);
            select.setInt(2, shard);
            select.setInt(3, BATCH);
            List<StoredEntry> entries = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(StoredEntry.of(rows));
                }
            }
            return entries;
        }
    }

    private List<AuditSeal> chain(ChainHead head, List<StoredEntry> entries) {
        List<AuditSeal> seals = new ArrayList<>();
        byte[] before = head.hash();
        for (StoredEntry entry : entries) {
            Signature signature = entry.signature(new AuditKeys(keys));
            if (signature == Signature.WRONG) {
                LOGGER.log(Level.ERROR, "Entry {0} of the audit trail was not written by Enrol, or changed before it was sealed", entry.content().id());
            }
            AuditSeal seal = AuditSeal.next(head.shard(), head.position() + seals.size() + 1, before, entry.content(), entry.personal(), signature);
            seals.add(seal);
            before = seal.hash();
        }
        return seals;
    }

    private void write(Connection connection, List<AuditSeal> seals) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into audit_seal (shard, position, entry_id, personal, signature, hash, mac) values (?, ?, ?, ?, ?, ?, ?)""");
                PreparedStatement delete = connection.prepareStatement("delete from audit_unsealed where entry_id = ?")) {
            for (AuditSeal seal : seals) {
                insert.setInt(1, seal.shard());
                insert.setLong(2, seal.position());
                insert.setLong(3, seal.content().id());
                insert.setBytes(4, seal.personal());
                insert.setString(5, seal.signature().name());
                insert.setBytes(6, seal.hash());
                insert.setBytes(7, new AuditKeys(keys).seal(seal));
                insert.addBatch();
                delete.setLong(1, seal.content().id());
                delete.addBatch();
            }
            insert.executeBatch();
            delete.executeBatch();
        }
    }
}
