package org.enrol.audit.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a verification found.
 *
 * @param at       when it began: what was written later was not looked at
 * @param sealed   entries in the chains
 * @param waiting  entries whose seal is still to come, which is no error
 * @param oldestWaiting since when the oldest of them waits; null if none does
 * @param erased   sealed entries whose personal part was erased, which is no error
 * @param anchors  anchors that were compared
 * @param unsigned of these, how many bear no signature of the current or the previous key
 * @param findings the first bad record first; empty if the trail is whole
 */
public record VerificationReport(Instant at, long sealed, long waiting, Instant oldestWaiting, long erased, long anchors, long unsigned,
        List<Finding> findings) {

    public VerificationReport {
        findings = findings.stream().sorted(Finding.FIRST_BAD_RECORD).toList();
    }

    public boolean isIntact() {
        return findings.isEmpty();
    }

    public Optional<Finding> first() {
        return findings.stream().findFirst();
    }
}
