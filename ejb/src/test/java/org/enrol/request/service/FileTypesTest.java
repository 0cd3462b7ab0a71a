package org.enrol.request.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.enrol.error.EnrolException;
import org.enrol.request.model.FileType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypesTest {

    private static final String PNG = "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489";
    private static final String JPEG = "ffd8ffe000104a46494600010100000100010000";
    private static final String PDF = "255044462d312e370a25e2e3cfd30a";
    private static final String ZIP = "504b0304140000000800";
    private static final String EXE = "4d5a90000300000004000000ffff0000";

    private final FileTypes types = new FileTypes();

    @ParameterizedTest
    @CsvSource({"a.png, image/png, " + PNG + ", PNG", "a.JPG, image/jpeg, " + JPEG + ", JPEG", "a.jpeg, application/octet-stream, " + JPEG + ", JPEG",
            "a.pdf, application/pdf, " + PDF + ", PDF", "a.txt, text/plain; charset=utf-8, 48656c6c6f, TEXT", "a.txt, '', d8b3d984d8a7d985, TEXT"})
    void theContentSaysWhatItIs(String name, String declared, String content, FileType type) {
        assertThat(types.check(name, declared, HexFormat.of().parseHex(content))).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"a.txt, text/plain, " + ZIP, "a.pdf, application/pdf, " + EXE, "a.txt, text/plain, 00010203"})
    void whatIsNoneOfTheFourIsRefused(String name, String declared, String content) {
        assertThatThrownBy(() -> types.check(name, declared, HexFormat.of().parseHex(content))).isInstanceOf(EnrolException.class)
                .hasMessageContaining("REG-VAL-123");
    }

    @Test
    void nameAndDeclaredTypeHaveToAgree() {
        byte[] png = HexFormat.of().parseHex(PNG);
        assertThatThrownBy(() -> types.check("a.pdf", "image/png", png)).hasMessageContaining("REG-VAL-124");
        assertThatThrownBy(() -> types.check("a.png", "application/pdf", png)).hasMessageContaining("REG-VAL-124");
    }
}
