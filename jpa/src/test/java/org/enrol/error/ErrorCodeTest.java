package org.enrol.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodeTest {

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyCodeCanBeQuotedAndHasAnAddress(ErrorCode code) {
        assertThat(code.code()).matches("REG-[A-Z]{3}-\\d{3}");
        assertThat(code.slug()).matches("[a-z]+(-[a-z]+)*");
    }

    @Test
    void noTwoRefusalsShareACode() {
        assertThat(Stream.of(ErrorCode.values()).map(ErrorCode::code)).doesNotHaveDuplicates();
    }
}
