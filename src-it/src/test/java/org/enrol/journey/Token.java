package org.enrol.journey;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An independent statement of what a mailed link carries: the link's number in eight bytes, and 24 bytes of HMAC-SHA256 over the
 * words "link", the number and the purpose, each behind its length in four bytes.
 */
final class Token {

    private static final int MAC_BYTES = 24;

    private Token() {
    }

    /** Signed with the key of the server under test. */
    static String of(long link, String purpose) {
        return of(link, purpose, System.getenv("ENROL_SECRET_KEY"));
    }

    static String of(long link, String purpose, String key) {
        byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(0, link).array();
        byte[] mac = mac(key, "link".getBytes(StandardCharsets.US_ASCII), number, purpose.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(
                ByteBuffer.allocate(Long.BYTES + MAC_BYTES).put(number).put(mac, 0, MAC_BYTES).array());
    }

    /** The number of the link that a token names. */
    static long link(String token) {
        return ByteBuffer.wrap(Base64.getUrlDecoder().decode(token)).getLong();
    }

    private static byte[] mac(String key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            Arrays.stream(parts).forEach(part -> {
                mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, part.length));
                mac.update(part);
            });
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
