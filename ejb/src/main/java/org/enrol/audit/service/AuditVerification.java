package org.enrol.audit.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Verifies the trail when somebody asks for it, one run at a time, beside the pages. Each node knows of its own runs; the operator's
 * command (verify-audit.sh) says more, because it can be given anchors from elsewhere.
 */
@Singleton
@RolesAllowed({"ADMINISTRATOR", "AUDITOR"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditVerification {

    @Inject
    VerificationRun run;
    @Inject
    CurrentActor actor;
    @Inject
    Clock clock;

    private final AtomicReference<Instant> startedAt = new AtomicReference<>();
    private volatile VerificationReport last;

    /** Begins a run and returns at once; does nothing while one is under way. */
    public void start() {
        if (startedAt.compareAndSet(null, clock.instant())) {
            run.verify(actor.get(), this::finished);
        }
    }

    /** Since when a run is under way; empty if none is. */
    @NothingPersonal("a moment")
    public Optional<Instant> runningSince() {
        return Optional.ofNullable(startedAt.get());
    }

    /** What the last run on this node found. */
    @NothingPersonal("numbers of entries")
    public Optional<VerificationReport> last() {
        return Optional.ofNullable(last);
    }

    private void finished(VerificationReport report) {
        if (report != null) {
            last = report;
        }
        startedAt.set(null);
    }
}
