package org.enrol.audit.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
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
        if (sealing.isAnythingWaiting()) {
            IntStream.range(0, AuditSeal.SHARDS).forEach(this::sealShard);
        }
    }

    private void sealShard(int shard) {
        boolean more = true;
        while (more) {
            more = sealing.sealBatch(shard);
        }
    }
}
