package org.enrol.request.service;

import java.time.Instant;
import java.util.HexFormat;
import org.enrol.request.model.FileType;
import org.enrol.request.model.RequestAttachment;
import org.enrol.request.model.RequestAttachment.Scan;

/**
 * A file in a list.
 *
 * @param author what the person is called who sent it; empty where it is not for the reader to know
 * @param size   bytes
 * @param open   whether it may be downloaded
 */
public record AttachmentView(long id, Instant at, String author, String name, FileType type, int size, String sha256, Scan scan, boolean open) {

    static AttachmentView of(RequestAttachment attachment, String author) {
        return new AttachmentView(attachment.id(), attachment.at(), author, attachment.name(), attachment.type(), attachment.size(),
                HexFormat.of().formatHex(attachment.sha256()), attachment.scan(), attachment.isOpen());
    }

    /** In kilobytes, at least one. */
    public int kilobytes() {
        return Math.max(1, (size + 512) / 1024);
    }
}
