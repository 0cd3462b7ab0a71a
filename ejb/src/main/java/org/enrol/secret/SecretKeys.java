package org.enrol.secret;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The server's secret, the same on all nodes: signs links, CSRF tokens, receipts and throttle keys, each for its own purpose.
 * The previous key is still accepted, so that the key can be changed without voiding what is on its way.
 */
@ApplicationScoped
public class SecretKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 32;
    private static final int ENOUGH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    @ConfigProperty(name = "enrol.secret.key")
    String current;
    @Inject
    @ConfigProperty(name = "enrol.secret.key.previous")
    Optional<String> previous;

    private SecretKeySpec currentKey;
    private SecretKeySpec previousKey;

    /** For a program of its own, outside the server. @param previous empty for none */
    public static SecretKeys of(String current, String previous) {
        SecretKeys keys = new SecretKeys();
        keys.current = current;
        keys.previous = Optional.of(previous).filter(value -> !value.isBlank());
        keys.read();
        return keys;
    }

    @PostConstruct
    void read() {
        currentKey = key("ENROL_SECRET_KEY", current);
        previousKey = previous.map(value -> key("ENROL_SECRET_KEY_PREVIOUS", value)).orElse(null);
    }

    /** Signs the parts for one purpose with the current key; 32 bytes. */
    public byte[] mac(String purpose, byte[]... parts) {
        return mac(currentKey, purpose, parts);
    }

    /**
     * Whether the current or the previous key made this signature; takes the same time for any wrong one.
     *
     * @param mac the signature, or its beginning where less is enough; at least 16 bytes
     */
    public boolean matches(byte[] mac, String purpose, byte[]... parts) {
        boolean matches = begins(mac(currentKey, purpose, parts), mac);
        return previousKey == null ? matches : matches | begins(mac(previousKey, purpose, parts), mac);
    }

    private static boolean begins(byte[] whole, byte[] given) {
        return given.length >= ENOUGH && given.length <= whole.length && MessageDigest.isEqual(given, Arrays.copyOf(whole, given.length));
    }

    /** A value that nobody can guess, for a cookie; URL-safe. */
    public static String random(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    /** What is kept of a value that only its owner may know: its SHA-256. */
    public static byte[] digest(String value) {
        return digest(value.getBytes(StandardCharsets.UTF_8));
    }

    /** The SHA-256 of a file. */
    public static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Each part stands behind its length, so that no two lists of parts give the same input. */
    private static byte[] mac(SecretKeySpec key, String purpose, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            update(mac, purpose.getBytes(StandardCharsets.UTF_8));
            for (byte[] part : parts) {
                update(mac, part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    private static void update(Mac mac, byte[] part) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, part.length));
        mac.update(part);
    }

    private static SecretKeySpec key(String variable, String value) {
        byte[] bytes = value.strip().getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST) {
            throw new IllegalStateException(variable + " must have at least " + SHORTEST + " characters, made at random: openssl rand -base64 48");
        }
        return new SecretKeySpec(bytes, ALGORITHM);
    }
}
