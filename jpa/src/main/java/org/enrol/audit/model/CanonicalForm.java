package org.enrol.audit.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Bytes that say one thing only: every part stands behind its length (four bytes, most significant first), so that no two lists of parts
 * give the same bytes. This form is sealed for good: a part may never be added, dropped or moved under the same name.
 */
final class CanonicalForm {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

    private CanonicalForm() {
    }

    /** @param name what follows, with its version, as {@code enrol-audit-entry-1} */
    static CanonicalForm of(String name) {
        return new CanonicalForm().with(name);
    }

    CanonicalForm with(byte[] part) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(0, part.length).array());
        bytes.writeBytes(part);
        return this;
    }

    CanonicalForm with(String part) {
        return with(part.getBytes(StandardCharsets.UTF_8));
    }

    CanonicalForm with(long part) {
        return with(ByteBuffer.allocate(Long.BYTES).putLong(0, part).array());
    }

    /** Microseconds since 1970: what the database keeps of a moment. */
    CanonicalForm with(Instant part) {
        return with(ChronoUnit.MICROS.between(Instant.EPOCH, part));
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** SHA-256 of the bytes. */
    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
