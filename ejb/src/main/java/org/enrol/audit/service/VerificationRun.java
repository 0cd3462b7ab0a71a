package org.enrol.audit.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.enrol.audit.model.Actor;
import org.enrol.secret.SecretKeys;

/** One verification with this node's anchors, in a thread of the container. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class VerificationRun {

    private static final Logger LOGGER = System.getLogger(VerificationRun.class.getName());

    @Resource(lookup = "java:jboss/datasources/EnrolDS")
    DataSource database;
    @Inject
    Clock clock;
    @Inject
    SecretKeys keys;
    @Inject
    AuditAnchors anchors;
    @Inject
    VerificationRecord trail;

    /** @param by whoever asked @param finished is told the report, or null if there is none */
    @Asynchronous
    public void verify(Actor by, Consumer<VerificationReport> finished) {
        VerificationReport report = null;
        try {
            report = verify();
            report.findings().forEach(finding -> LOGGER.log(Level.ERROR, "The audit trail is broken: {0}", finding));
            trail.write(by, report);
        } finally {
            finished.accept(report);
        }
    }

    private VerificationReport verify() {
        try {
            List<Anchor> known = new AnchorFile(anchors.file()).read();
            try (Connection connection = database.getConnection()) {
                return new TrailVerifier(new AuditKeys(keys), known).verify(connection, clock.instant());
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The audit trail could not be verified", e);
        }
    }
}
