package org.enrol.audit.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.enrol.audit.model.AuditAction;

/** The trail as auditors and administrators read it. Nobody changes it here. */
@Stateless
@RolesAllowed({"ADMINISTRATOR", "AUDITOR"})
public class AuditReading {

    @Resource(lookup = "java:jboss/datasources/EnrolDS")
    DataSource database;
    @Inject
    AuditTrail audit;
    @Inject
    CurrentActor actor;
    @Inject
    StaffReads reads;

    /**
     * One page, newest first. Personal details are shown only if the filter asks for them, and that is written down.
     *
     * @param after the last line of the page before; null for the first page
     */
    public List<AuditLine> page(AuditFilter filter, AuditLine.Key after, int most) {
        if (filter.personal()) {
            reads.note("audit", filter.description());
        }
        return find(filter, after, most);
    }

    /** Writes down that this filter's lines leave the system, before the first of them does. */
    public void beginExport(AuditFilter filter) {
        audit.record(actor.get(), AuditAction.AUDIT_EXPORTED, "audit", filter.description());
    }

    /** The next lines of an export: the caller asks again and again, so that never all of them are in memory. */
    @NothingPersonal("beginExport writes down the whole export")
    public List<AuditLine> exported(AuditFilter filter, AuditLine.Key after, int most) {
        return find(filter, after, most);
    }

    private List<AuditLine> find(AuditFilter filter, AuditLine.Key after, int most) {
        try (Connection connection = database.getConnection()) {
            return new AuditQuery(filter, after, most).run(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The trail could not be read", e);
        }
    }
}
