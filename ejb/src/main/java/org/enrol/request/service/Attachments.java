package org.enrol.request.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;
import org.enrol.request.model.FileType;
import org.enrol.request.model.RequestAttachment.Scan;
import org.enrol.request.port.MalwareScanner;

/**
 * Takes files. Who may send one, its callers know. Runs without a transaction: the scanner may be far away, and a directory too.
 *
 * <p>A scanner that is silent stops nobody: the file is held until it answers.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Attachments {

    private static final int LONGEST_NAME = 200;
    private static final int MEBIBYTE = 1024 * 1024;

    @Inject
    @ConfigProperty(name = "enrol.attachment.max.bytes", defaultValue = "10485760")
    int most;
    @Inject
    FileTypes types;
    @Inject
    MalwareScanner scanner;
    @Inject
    AttachmentFiles files;
    @Inject
    AttachmentCommands commands;

    /** @throws EnrolException ATTACHMENT_REQUIRED, ATTACHMENT_TOO_LARGE, ATTACHMENT_TYPE, ATTACHMENT_CONTRADICTS, ATTACHMENT_TOO_MANY at "file" */
    public void add(Upload upload) {
        if (upload.content().length == 0) {
            throw new EnrolException(Refusal.at("file", ErrorCode.ATTACHMENT_REQUIRED));
        }
        if (upload.content().length > most) {
            throw new EnrolException(Refusal.at("file", ErrorCode.ATTACHMENT_TOO_LARGE, Map.of("most", Math.max(1, most / MEBIBYTE))));
        }
        String name = plain(upload.name());
        FileType type = types.check(name, upload.declared(), upload.content());
        Scan scan = scan(upload.content());
        Optional<String> place = files.keep(upload.content());
        boolean kept = false;
        try {
            kept = commands.keep(upload, new AttachmentCommands.Checked(name, type, scan, place.orElse(null)));
        } finally {
            if (!kept) {
                place.ifPresent(files::forget);
            }
        }
    }

    /** How many bytes a file may have. */
    public int most() {
        return most;
    }

    private Scan scan(byte[] content) {
        try {
            return switch (scanner.scan(content)) {
                case NOT_SCANNED -> Scan.NOT_SCANNED;
                case CLEAN -> Scan.CLEAN;
                case FOUND -> Scan.QUARANTINED;
            };
        } catch (EnrolException e) {
            if (!e.is(ErrorCode.SCANNER_UNAVAILABLE)) {
                throw e;
            }
            return Scan.CHECKING;
        }
    }

    /** Without the folders that some browsers put before it, and without what would break a header or a line; the ending stays. */
    private static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = Normalizer.normalize(last, Normalizer.Form.NFC).replaceAll("[\\p{C}\\p{Zl}\\p{Zp}\"<>:|?*]", "").strip();
        return clean.length() > LONGEST_NAME ? clean.substring(clean.length() - LONGEST_NAME) : clean;
    }
}
