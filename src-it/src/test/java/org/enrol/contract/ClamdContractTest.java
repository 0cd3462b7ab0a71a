package org.enrol.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.enrol.doubles.Clamd;
import org.enrol.doubles.Clamd.Mood;
import org.enrol.error.EnrolException;
import org.enrol.request.adapter.ClamdScanner;
import org.enrol.request.port.MalwareScanner.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scanner's adapter against the habits of clamd: an answer, or a refusal in time, and never a wrong "clean". */
class ClamdContractTest {

    private static final int MEBIBYTE = 1024 * 1024;
    /** Two seconds to connect, five for the rest, and a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Clamd clamd = Clamd.start(0, 10 * MEBIBYTE);
    private final ClamdScanner scanner = new ClamdScanner("127.0.0.1", clamd.port());

    @AfterEach
    void stop() {
        clamd.close();
    }

    @Test
    void cleanFileIsCleanHoweverLarge() {
        assertThat(scanner.scan(bytes("A letter."))).isEqualTo(Verdict.CLEAN);
        assertThat(scanner.scan(new byte[10 * MEBIBYTE])).isEqualTo(Verdict.CLEAN);
        assertThat(clamd.asked()).containsExactly(9, 10 * MEBIBYTE);
    }

    @Test
    void malwareIsFoundAnywhere() {
        assertThat(scanner.scan(bytes("x".repeat(MEBIBYTE) + Clamd.MALWARE + "y"))).isEqualTo(Verdict.FOUND);
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "DEAF", "CUTTING", "RAVING"})
    void whatIsNoAnswerIsARefusalInTime(Mood mood) {
        clamd.be(mood);
        Instant before = Instant.now();

        assertUnavailable(new byte[10 * MEBIBYTE]);

        assertThat(Duration.between(before, Instant.now())).isLessThan(PATIENCE);
        clamd.be(Mood.WELL);
        assertThat(scanner.scan(bytes("A letter."))).isEqualTo(Verdict.CLEAN);
    }

    @Test
    void whatTheDaemonDoesNotTakeIsNotClean() {
        assertUnavailable(new byte[10 * MEBIBYTE + 1]);
    }

    @Test
    void nobodyAtThePortIsARefusal() {
        clamd.close();

        assertUnavailable(bytes("A letter."));
    }

    private void assertUnavailable(byte[] content) {
        assertThatThrownBy(() -> scanner.scan(content)).isInstanceOf(EnrolException.class).hasMessageContaining("REG-EXT-010");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
