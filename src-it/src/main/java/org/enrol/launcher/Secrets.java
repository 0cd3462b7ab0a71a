package org.enrol.launcher;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets of a local installation: made once, kept in a file that only its owner reads. */
public final class Secrets {

    /** 256 bits, the length of the keys that Enrol derives from it. */
    private static final int BYTES = 32;

    private Secrets() {
    }

    /** The secret kept in the file; made now if there is none yet. Standard base64. */
    public static String keptIn(Path file) {
        String kept = Folders.read(file);
        if (!kept.isEmpty()) {
            return kept;
        }
        Folders.create(file.toAbsolutePath().getParent());
        String made = random();
        Folders.writePrivate(file, made);
        return made;
    }

    /** A new secret. Standard base64. */
    public static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
