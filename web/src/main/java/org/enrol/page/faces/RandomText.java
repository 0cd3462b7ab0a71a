package org.enrol.page.faces;

import java.security.SecureRandom;

/** Unguessable text that people can read out. */
final class RandomText {

    /** Without letters and digits that are confused on the telephone. */
    private static final String SPOKEN = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {
    }

    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Three groups of four characters, 58 bits. */
    static String spoken() {
        StringBuilder text = new StringBuilder(14);
        for (int i = 0; i < 12; i++) {
            text.append(i == 4 || i == 8 ? "-" : "").append(SPOKEN.charAt(RANDOM.nextInt(SPOKEN.length())));
        }
        return text.toString();
    }
}
