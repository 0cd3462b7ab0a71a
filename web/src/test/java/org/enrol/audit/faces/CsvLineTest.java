package org.enrol.audit.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum(a1)", "\tx", "\rx", "\nx", "\uFF1D1", "=cmd|' /C calc'!A0"})
    void whatWouldBeAFormulaIsText(String cell) {
        assertThat(CsvLine.of(List.of(cell))).isEqualTo("\"'" + cell + "\"\r\n");
    }

    @Test
    void quotesAndSeparatorsStayInTheirCell() {
        assertThat(CsvLine.of(List.of("a,b", "say \"=1\"", "two\r\nlines"))).isEqualTo("\"a,b\",\"say \"\"=1\"\"\",\"two\r\nlines\"\r\n");
    }

    @Test
    void aTerminalCannotBeDeceived() {
        assertThat(CsvLine.of(List.of("\u001b[2Jgone\0"))).isEqualTo("\"\\u001b[2Jgone\\u0000\"\r\n");
    }

    @Test
    void otherLanguagesStayAsTheyAre() {
        assertThat(CsvLine.of(List.of("قيد", "sêl"))).isEqualTo("\"قيد\",\"sêl\"\r\n");
    }
}
