package org.enrol.audit.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.enrol.secret.SecretKeys;

/**
 * Writes the heads of the chains to a file outside the database while they grow, and the same line into the log, which operators
 * often collect elsewhere anyway. Each node keeps a file of its own.
 */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditAnchors {

    private static final Logger LOGGER = System.getLogger(AuditAnchors.class.getName());

    @Resource(lookup = "java:jboss/datasources/EnrolDS")
    DataSource database;
    @Inject
    Clock clock;
    @Inject
    SecretKeys keys;
    @Inject
    @ConfigProperty(name = "enrol.audit.anchor.file")
    Optional<Path> file;
    @Inject
    @ConfigProperty(name = "jboss.server.data.dir")
    Path data;
    @Inject
    @ConfigProperty(name = "jboss.node.name", defaultValue = "enrol")
    String node;

    @Inject
    @ConfigProperty(name = "enrol.audit.anchor.interval", defaultValue = "PT1M")
    Duration interval;

    private List<Anchor.Head> written = List.of();
    private Instant next = Instant.MIN;

    /** Where this node's anchors are. */
    public Path file() {
        return file.orElseGet(() -> data.resolve("enrol-audit-anchors.log"));
    }

    /** Does nothing if no chain has grown since this node's last line. A failure is an error in the log, and is tried again. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "audit-anchor")
    public void tick() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        Anchor anchor = anchor(now);
        if (!anchor.heads().equals(written)) {
            next = now.plus(interval);
            write(anchor);
        }
    }

    private void write(Anchor anchor) {
        LOGGER.log(Level.INFO, "{0}", anchor.line());
        try {
            new AnchorFile(file()).append(anchor);
            written = anchor.heads();
        } catch (IOException e) {
            LOGGER.log(Level.ERROR, "The audit trail could not be anchored in " + file() + " (ENROL_AUDIT_ANCHOR_FILE)", e);
        }
    }

    private Anchor anchor(Instant now) {
        try (Connection connection = database.getConnection()) {
            return Anchor.of(now, node, ChainHead.all(connection), new AuditKeys(keys));
        } catch (SQLException e) {
            throw new IllegalStateException("The heads of the trail could not be read", e);
        }
    }
}
