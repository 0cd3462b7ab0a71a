package org.enrol.page.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.enrol.secret.SecretKeys;

/**
 * Proves that a form came from a page that we gave to this visitor: a keyed hash of the visitor's cookie. It is masked anew for each
 * response, because a secret that repeats in compressed pages can be guessed bit by bit (BREACH).
 */
@ApplicationScoped
public class CsrfToken {

    /** Name of the hidden field in every form. */
    static final String FIELD = "_csrf";
    private static final String PURPOSE = "csrf";

    @Inject
    SecretKeys keys;

    String issue(String visitor) {
        byte[] mac = keys.mac(PURPOSE, visitor.getBytes(StandardCharsets.US_ASCII));
        byte[] mask = RandomText.bytes(mac.length);
        byte[] token = Arrays.copyOf(mask, 2 * mac.length);
        System.arraycopy(xor(mac, mask), 0, token, mac.length, mac.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    boolean accepts(String visitor, String submitted) {
        byte[] token = decoded(submitted);
        if (token.length == 0 || token.length % 2 != 0) {
            return false;
        }
        int half = token.length / 2;
        byte[] mac = xor(Arrays.copyOfRange(token, half, token.length), Arrays.copyOf(token, half));
        return keys.matches(mac, PURPOSE, visitor.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] decoded(String submitted) {
        try {
            return submitted == null ? new byte[0] : Base64.getUrlDecoder().decode(submitted);
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }

    private static byte[] xor(byte[] left, byte[] right) {
        byte[] result = new byte[left.length];
        for (int i = 0; i < left.length; i++) {
            result[i] = (byte) (left[i] ^ right[i]);
        }
        return result;
    }
}
