package org.enrol.account.service;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;

/**
 * Argon2id in its usual text form, {@code $argon2id$v=19$m=…,t=…,p=1$salt$hash}. Hashing is meant to be dear; so that a crowd signing in
 * does not take all cores from the pages, only so many run at once and the others wait, at most some seconds.
 *
 * <p>Source: design section 6; OWASP ASVS 5.0 11.4.2 (19 MiB, 2 passes). Never call it inside a transaction.
 */
@ApplicationScoped
public class PasswordHashing {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final long PATIENCE_SECONDS = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    @ConfigProperty(name = "enrol.password.hash.memory.kib", defaultValue = "19456")
    int memory;
    @Inject
    @ConfigProperty(name = "enrol.password.hash.iterations", defaultValue = "2")
    int iterations;
    /** 0: half of the cores. */
    @Inject
    @ConfigProperty(name = "enrol.password.hash.parallel", defaultValue = "0")
    int parallel;

    Semaphore turns;
    private String nobody;

    @PostConstruct
    void open() {
        turns = new Semaphore(parallel > 0 ? parallel : Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);
        nobody = hash("nobody has this password");
    }

    /** @throws EnrolException SERVICE_BUSY if too many are waiting */
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        Cost cost = new Cost(memory, iterations);
        return cost.text(salt, inTurn(() -> argon2(password, salt, cost)));
    }

    /**
     * @param hash empty if there is no password: then nothing is right, after as much work
     * @throws EnrolException SERVICE_BUSY if too many are waiting
     */
    public boolean verify(String password, String hash) {
        if (hash.isEmpty()) {
            verifyNobody(password);
            return false;
        }
        String[] parts = hash.split("\\$");
        byte[] expected = Base64.getDecoder().decode(parts[5]);
        byte[] salt = Base64.getDecoder().decode(parts[4]);
        return MessageDigest.isEqual(expected, inTurn(() -> argon2(password, salt, Cost.of(parts[3]))));
    }

    /** Takes as long as a real check, so that the time tells nobody whether an account exists. */
    public void verifyNobody(String password) {
        verify(password, nobody);
    }

    /** Whether the hash was made under other costs than now configured. */
    public boolean isOutdated(String hash) {
        return !Cost.of(hash.split("\\$")[3]).equals(new Cost(memory, iterations));
    }

    private byte[] inTurn(Supplier<byte[]> work) {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new EnrolException(ErrorCode.SERVICE_BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnrolException(ErrorCode.SERVICE_BUSY);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private static byte[] argon2(String password, byte[] salt, Cost cost) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory).withIterations(cost.iterations).withParallelism(1).withSalt(salt).build());
        byte[] hash = new byte[HASH_BYTES];
        generator.generateBytes(PasswordPolicy.normal(password).getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private record Cost(int memory, int iterations) {

        static Cost of(String parameters) {
            String[] parts = parameters.split("[=,]");
            return new Cost(Integer.parseInt(parts[1]), Integer.parseInt(parts[3]));
        }

        String text(byte[] salt, byte[] hash) {
            Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
            return "$argon2id$v=19$m=" + memory + ",t=" + iterations + ",p=1$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
        }
    }
}
