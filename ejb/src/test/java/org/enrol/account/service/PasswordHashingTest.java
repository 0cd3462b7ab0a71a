package org.enrol.account.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {

    private static final String PASSWORD = "correct horse battery staple";
    /** A minute is far more than any of it takes. */
    private static final Duration TEST_PATIENCE = Duration.ofSeconds(60);

    private final PasswordHashing hashing = hashing(64, 1, 1);

    @Test
    void theHashIsArgon2idInItsUsualTextForm() {
        assertThat(hashing.hash(PASSWORD)).matches("\\$argon2id\\$v=19\\$m=64,t=1,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}").hasSizeLessThan(255);
    }

    /** Source: test.c of phc-winner-argon2. */
    @Test
    void aHashOfTheReferenceImplementationIsUnderstood() {
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(hashing.verify("password", reference)).isTrue();
        assertThat(hashing.verify("Password", reference)).isFalse();
    }

    @Test
    void onlyTheSamePasswordIsRight() {
        String hash = hashing.hash(PASSWORD);

        assertThat(hashing.verify(PASSWORD, hash)).isTrue();
        assertThat(List.of("", PASSWORD + " ", PASSWORD.toUpperCase(Locale.ROOT), "correct horse battery stapl", hash)).noneMatch(wrong -> hashing.verify(wrong, hash));
    }

    @Test
    void theSamePasswordHasAnotherHashEveryTime() {
        assertThat(hashing.hash(PASSWORD)).isNotEqualTo(hashing.hash(PASSWORD));
    }

    @Test
    void lettersInPartsAreTheSamePassword() {
        String hash = hashing.hash("cafe\u0301 cafe\u0301 cafe\u0301");

        assertThat(hashing.verify("caf\u00E9 caf\u00E9 caf\u00E9", hash)).isTrue();
    }

    @Test
    void anOldHashStillWorksAndIsKnownAsOld() {
        String old = hashing(32, 2, 1).hash(PASSWORD);

        assertThat(hashing.verify(PASSWORD, old)).isTrue();
        assertThat(hashing.isOutdated(old)).isTrue();
        assertThat(hashing.isOutdated(hashing(64, 2, 1).hash(PASSWORD))).isTrue();
        assertThat(hashing.isOutdated(hashing.hash(PASSWORD))).isFalse();
    }

    @Test
    void whereThereIsNoPasswordNothingIsRight() {
        assertThat(hashing.verify(PASSWORD, "")).isFalse();
        assertThat(hashing.verify("", "")).isFalse();
        assertThat(hashing.verify("nobody has this password", "")).isFalse();
    }

    @Test
    void onlySoManyAreHashedAtOnceAndTheOthersWait() throws Exception {
        PasswordHashing narrow = hashing(64, 1, 2);
        narrow.turns.acquire(2);
        ExecutorService crowd = Executors.newFixedThreadPool(5);
        List<Future<String>> waiting = IntStream.range(0, 5).mapToObj(i -> crowd.submit(() -> narrow.hash(PASSWORD))).toList();

        await().atMost(TEST_PATIENCE).until(() -> narrow.turns.getQueueLength() == 5);

        assertThat(waiting).noneMatch(Future::isDone);
        narrow.turns.release(2);
        for (Future<String> hash : waiting) {
            assertThat(hash.get(TEST_PATIENCE.toSeconds(), TimeUnit.SECONDS)).startsWith("$argon2id$");
        }
        crowd.shutdownNow();
    }

    @Test
    void aCrowdThroughTwoTurnsGetsEachItsOwnAnswer() throws Exception {
        PasswordHashing narrow = hashing(64, 1, 2);
        String hash = narrow.hash(PASSWORD);
        ExecutorService crowd = Executors.newFixedThreadPool(16);
        List<Callable<Boolean>> callers = IntStream.range(0, 64)
                .<Callable<Boolean>>mapToObj(i -> () -> narrow.verify(i % 2 == 0 ? PASSWORD : "wrong " + i, hash)).toList();

        List<Future<Boolean>> answers = crowd.invokeAll(callers, TEST_PATIENCE.toSeconds(), TimeUnit.SECONDS);

        crowd.shutdownNow();
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get()).as("caller " + i).isEqualTo(i % 2 == 0);
        }
        assertThat(narrow.turns.availablePermits()).isEqualTo(2);
    }

    @Test
    void whoIsInterruptedWhileWaitingIsToldThatWeAreBusy() throws Exception {
        PasswordHashing narrow = hashing(64, 1, 1);
        narrow.turns.acquire();
        ExecutorService crowd = Executors.newSingleThreadExecutor();
        Future<String> waiting = crowd.submit(() -> narrow.hash(PASSWORD));
        await().atMost(TEST_PATIENCE).until(narrow.turns::hasQueuedThreads);

        crowd.shutdownNow();

        assertThatThrownBy(() -> waiting.get(TEST_PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .hasCauseInstanceOf(EnrolException.class).hasMessageContaining(ErrorCode.SERVICE_BUSY.code());
    }

    @Test
    void withoutASettingHalfOfTheCoresHash() {
        assertThat(hashing(64, 1, 0).turns.availablePermits()).isEqualTo(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    private static PasswordHashing hashing(int memory, int iterations, int parallel) {
        PasswordHashing hashing = new PasswordHashing();
        hashing.memory = memory;
        hashing.iterations = iterations;
        hashing.parallel = parallel;
        hashing.open();
        return hashing;
    }
}
