package org.enrol.messaging.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"Jo Bloggs", "Siân Llŷr-O’Neil", "J. R. R. Tolkien Jr", "Dr. Nguyễn Thị Minh Khai", "山田 太郎", "Zoë 👩🏽‍🚀"})
    void anOrdinaryNameLooksAsTyped(String name) {
        assertThat(TypedText.inside(name, 100, false)).isEqualTo(name);
    }

    @Test
    void theJointsOfAnAddressAreTakenApartByWhatNobodySees() {
        assertThat(TypedText.inside("J.R. Tolkien", 100, false)).isEqualTo("J\u200C.\u200CR. Tolkien");
        assertThat(TypedText.inside("http://evil.example/x", 100, false)).doesNotContain("http:", "://", "//", "evil.", ".example", "example/")
                .satisfies(inert -> assertThat(inert.replace("\u200C", "")).isEqualTo("http://evil.example/x"));
    }

    @Test
    void aNameOfTheOtherDirectionDoesNotDisturbTheSentence() {
        assertThat(TypedText.inside("محمد", 100, false)).isEqualTo("\u2068محمد\u2069");
        assertThat(TypedText.inside("محمد", 100, true)).isEqualTo("محمد");
        assertThat(TypedText.inside("Jo", 100, true)).isEqualTo("\u2068Jo\u2069");
    }

    @Test
    void whatTurnsOrHidesTextIsTakenOut() {
        assertThat(TypedText.inside("Jo\u202Eevil\u202C\u2066\u200B\uFEFF\u00ADBloggs", 100, false)).isEqualTo("JoevilBloggs");
        assertThat(TypedText.inside("\u0007Jo\t\r\n\u0000 Bloggs\uFFFF", 100, false)).isEqualTo("Jo Bloggs");
    }

    @Test
    void aNovelIsCutShortBetweenCharacters() {
        assertThat(TypedText.inside("😀".repeat(300), 100, false)).isEqualTo("😀".repeat(100) + "…");
    }
}
