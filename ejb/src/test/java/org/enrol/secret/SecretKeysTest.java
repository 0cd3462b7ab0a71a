package org.enrol.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretKeysTest {

    private static final String OLD = "the key of last year, 32 characters";
    private static final String NEW = "the key of this year, 32 characters";
    private static final byte[] PART = "7".getBytes(UTF_8);

    @Test
    void aSignatureOfTheCurrentKeyIsAccepted() {
        SecretKeys keys = keys(NEW, null);

        assertThat(keys.matches(keys.mac("link", PART), "link", PART)).isTrue();
    }

    @Test
    void afterAChangeThePreviousKeyIsStillAcceptedButNoLongerSigns() {
        byte[] before = keys(OLD, null).mac("link", PART);
        SecretKeys changed = keys(NEW, OLD);

        assertThat(changed.matches(before, "link", PART)).isTrue();
        assertThat(changed.mac("link", PART)).isEqualTo(keys(NEW, null).mac("link", PART)).isNotEqualTo(before);
    }

    @Test
    void onceItIsForgottenThePreviousKeyIsRefused() {
        assertThat(keys(NEW, null).matches(keys(OLD, null).mac("link", PART), "link", PART)).isFalse();
    }

    @Test
    void aSignatureForOnePurposeIsWorthNothingForAnother() {
        SecretKeys keys = keys(NEW, OLD);

        assertThat(keys.matches(keys.mac("link", PART), "csrf", PART)).isFalse();
    }

    @Test
    void whatIsMovedFromOnePartToTheNextIsAnotherText() {
        SecretKeys keys = keys(NEW, null);

        assertThat(Stream.of(keys.mac("a", bytes("bc"), bytes("d")), keys.mac("a", bytes("b"), bytes("cd")), keys.mac("ab", bytes("c"), bytes("d")),
                keys.mac("a", bytes("bcd")), keys.mac("a", bytes("bc"), bytes("d"), bytes(""))).map(Arrays::toString)).doesNotHaveDuplicates();
    }

    @Test
    void aBeginningOfSixteenBytesIsEnoughAndLessIsNot() {
        SecretKeys keys = keys(NEW, null);
        byte[] whole = keys.mac("link", PART);

        assertThat(keys.matches(Arrays.copyOf(whole, 16), "link", PART)).isTrue();
        assertThat(IntStream.range(0, 16).mapToObj(length -> Arrays.copyOf(whole, length))).noneMatch(given -> keys.matches(given, "link", PART));
    }

    @Test
    void oneWrongBitIsRefused() {
        SecretKeys keys = keys(NEW, OLD);
        byte[] mac = keys.mac("link", PART);

        for (int bit = 0; bit < mac.length * 8; bit++) {
            byte[] wrong = mac.clone();
            wrong[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(keys.matches(wrong, "link", PART)).as("bit " + bit).isFalse();
        }
    }

    @Test
    void nothingMayBeAppendedToASignature() {
        SecretKeys keys = keys(NEW, null);

        assertThat(keys.matches(Arrays.copyOf(keys.mac("link", PART), 33), "link", PART)).isFalse();
        assertThat(keys.matches(Arrays.copyOf(keys.mac("link", PART), 64), "link", PART)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "31 characters are one too few..", "                                                  "})
    void aKeyThatIsTooShortStopsTheStartAndIsNotRepeated(String key) {
        assertThatThrownBy(() -> keys(key, null)).isInstanceOf(IllegalStateException.class).hasMessageStartingWith("ENROL_SECRET_KEY must")
                .hasMessageNotContaining("31 characters");
        assertThatThrownBy(() -> keys(NEW, key)).isInstanceOf(IllegalStateException.class).hasMessageStartingWith("ENROL_SECRET_KEY_PREVIOUS must");
    }

    @Test
    void aLineEndBehindTheKeyDoesNotCount() {
        assertThat(keys(NEW + "\n", null).mac("link", PART)).isEqualTo(keys(NEW, null).mac("link", PART));
    }

    @Test
    void randomValuesFitIntoACookieAndDiffer() {
        assertThat(Stream.generate(() -> SecretKeys.random(32)).limit(100)).doesNotHaveDuplicates().allMatch(value -> value.matches("[A-Za-z0-9_-]{43}"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static SecretKeys keys(String current, String previous) {
        SecretKeys keys = new SecretKeys();
        keys.current = current;
        keys.previous = Optional.ofNullable(previous);
        keys.read();
        return keys;
    }
}
