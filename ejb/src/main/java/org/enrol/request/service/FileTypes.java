package org.enrol.request.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;
import org.enrol.request.model.FileType;

/** Tells what a file is by its content. Name and declared type only have to agree: who lies about them has something in mind. */
@ApplicationScoped
public class FileTypes {

    private static final String UNDECLARED = "application/octet-stream";

    private final MimeTypes known = MimeTypes.getDefaultMimeTypes();

    /**
     * @param declared by the browser; empty if it said nothing
     * @throws EnrolException ATTACHMENT_TYPE, ATTACHMENT_CONTRADICTS at "file"
     */
    public FileType check(String name, String declared, byte[] content) {
        FileType type = FileType.of(detected(content)).orElseThrow(() -> refused(ErrorCode.ATTACHMENT_TYPE));
        String said = declared.split(";", 2)[0].strip();
        boolean agrees = said.isEmpty() || said.equals(UNDECLARED) || said.equalsIgnoreCase(type.mediaType());
        if (!type.fits(name) || !agrees) {
            throw refused(ErrorCode.ATTACHMENT_CONTRADICTS);
        }
        return type;
    }

    private String detected(byte[] content) {
        try {
            return known.detect(new ByteArrayInputStream(content), new Metadata()).getBaseType().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EnrolException refused(ErrorCode code) {
        return new EnrolException(Refusal.at("file", code));
    }
}
