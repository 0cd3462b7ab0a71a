package org.enrol.audit.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.enrol.audit.model.AuditSeal;

/**
 * Seals what was written, a second later at most while it keeps up. Runs on every node; the lock of {@link AuditSealing}, not the timer,
 * keeps two nodes off the same chain. The container skips a tick while the one before still runs.
 */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class AuditSealer {

    @Inject
    AuditSealing sealing;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "audit-seal")
    public void seal() {
        boolean waiting = sealing.isAnythingWaiting();
        while (waiting) {
            waiting = sealRound();
        }
    }

    /** A batch of each chain in turn, so that none waits for the backlog of another. @return whether more may be waiting */
    private boolean sealRound() {
        boolean more = false;
        for (int shard = 0; shard < AuditSeal.SHARDS; shard++) {
            more |= sealing.sealBatch(shard);
        }
        return more;
    }
}
