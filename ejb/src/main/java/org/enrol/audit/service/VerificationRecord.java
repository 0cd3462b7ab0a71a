package org.enrol.audit.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.enrol.audit.model.Actor;
import org.enrol.audit.model.AuditAction;

/** Writes down in the trail itself how a verification ended. */
@Stateless
@PermitAll
public class VerificationRecord {

    @Inject
    AuditTrail audit;

    public void write(Actor by, VerificationReport report) {
        audit.record(by, AuditAction.AUDIT_VERIFIED, report.isIntact() ? "audit:intact" : "audit:broken");
    }
}
