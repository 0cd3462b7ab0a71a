package org.enrol.request.faces;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * A file as the browser sent it.
 *
 * @param name    as the browser calls it; empty if none was chosen
 * @param content as much of it as the reader wanted: one byte more than is allowed is enough to refuse it
 */
public record SentFile(String name, String declared, byte[] content) {

    /** @param part null if there was no such field */
    public static SentFile of(Part part, int most) {
        if (part == null) {
            return new SentFile("", "", new byte[0]);
        }
        try (InputStream stream = part.getInputStream()) {
            return new SentFile(Objects.requireNonNullElse(part.getSubmittedFileName(), ""),
                    Objects.requireNonNullElse(part.getContentType(), ""), stream.readNBytes(most + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
