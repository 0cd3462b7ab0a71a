package org.enrol.request.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.enrol.error.EnrolException;
import org.enrol.outbox.port.Delivery;
import org.enrol.outbox.port.Owed;
import org.enrol.request.model.RequestAttachment;
import org.enrol.request.model.RequestAttachment.Scan;
import org.enrol.request.port.MalwareScanner;
import org.enrol.request.port.MalwareScanner.Verdict;

/** Asks the malware scanner again about files that came while it was silent. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AttachmentScan implements Delivery {

    static final String TOPIC = "attachment-scan";

    @Inject
    MalwareScanner scanner;
    @Inject
    AttachmentCommands commands;
    @Inject
    AttachmentReading reading;

    @Override
    public String topic() {
        return TOPIC;
    }

    /** While it stays silent, one file waits for it and the others go back to the queue: a delivery has a minute. */
    @Override
    public Map<Long, String> deliver(List<Owed> batch) {
        Map<Long, String> failures = new HashMap<>();
        for (Owed owed : batch) {
            if (failures.isEmpty()) {
                scan(owed, failures);
            } else {
                failures.put(owed.id(), "the malware scanner is silent");
            }
        }
        return failures;
    }

    private void scan(Owed owed, Map<Long, String> failures) {
        RequestAttachment attachment = commands.find(Long.parseLong(owed.payload())).orElseThrow();
        try {
            Verdict verdict = scanner.scan(reading.content(attachment));
            commands.scanned(attachment.id(), verdict == Verdict.FOUND ? Scan.QUARANTINED : verdict == Verdict.CLEAN ? Scan.CLEAN : Scan.NOT_SCANNED);
        } catch (EnrolException e) {
            failures.put(owed.id(), e.getMessage());
        }
    }
}
