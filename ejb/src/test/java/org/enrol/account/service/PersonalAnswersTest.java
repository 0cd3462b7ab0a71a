package org.enrol.account.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Source of the examples: marketplace 1.2 and its list of what the Digital Marketplace wrongly accepts. */
class PersonalAnswersTest {

    private final PersonalAnswers answers = new PersonalAnswers();
    private final List<Refusal> problems = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"Jo", "Siân Ó Briain", "O'Neil-Smith, Jr.", "李小龙", "محمد علي", "नीलम", "Zoë 😀", "X"})
    void aNameOfAnyScriptIsWelcome(String name) {
        assertThat(name(name)).isEqualTo(name);
        assertThat(problems).isEmpty();
    }

    @Test
    void aNameIsTrimmedAndPutTogether() {
        assertThat(name("  Zoe\u0308  Bloggs \t")).isEqualTo("Zo\u00EB  Bloggs");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "\t\r\n", "\u00A0\u00A0", "\u3000", "\u200B", "\u2060\uFEFF", "\u00AD", "\u200E \u200F", "\u202E"})
    void aNameThatShowsNothingIsMissing(String name) {
        name(name);

        assertThat(problems).containsExactly(Refusal.at("name", ErrorCode.NAME_REQUIRED));
    }

    @Test
    void aNameHas255CharactersAtMostWhateverTheirScript() {
        name("x".repeat(255));
        name("😀".repeat(255));

        assertThat(problems).isEmpty();
        name("x".repeat(256));
        name("😀".repeat(256));
        assertThat(problems).hasSize(2).allMatch(problem -> problem.code() == ErrorCode.NAME_LENGTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jo\u0000", "Jo\nBloggs", "Jo\r\nBcc: x", "Jo\tBloggs", "Jo\u007F", "Jo\u0085", "Jo\u2028x", "Jo\u2029x", "evil\u202Etxt", "a\u2066b",
            "Jo\uD83D", "\uDE00Jo"})
    void controlsAndMarksThatTurnALineAreRefused(String name) {
        name(name);

        assertThat(problems).containsExactly(Refusal.at("name", ErrorCode.TEXT_CHARACTERS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01632 960 001", "+44 0808 157 0192", "(020)-7946-0001", "+442079460001", "00442079460001", "+44 (0)20 7946 0001", "01632.960.001",
            "01632/960001", "01632 960001 ext 12", "01632 960001 x12", "01632 960001#12", "+1 202 555 0143", "+966 11 234 5678", "\u00A001632\u00A0960001",
            "01632\u2011960001"})
    void aNumberThatCanBeDialledIsKeptAsTyped(String phone) {
        assertThat(phone(phone)).isEqualTo(phone.strip());
        assertThat(problems).isEmpty();
    }

    /** Arabic is one of our languages, and so are its keyboards. */
    @Test
    void digitsOfOtherScriptsAreDigits() {
        phone("٠١٦٣٢ ٩٦٠ ٠٠١");

        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "         ", "\t"})
    void aNumberMayBeMissing(String phone) {
        assertThat(phone(phone)).isEmpty();
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"---------", "(((((((((", "+", "0", "123", "12345678901234567890", "01632 96ABC1", "call me please", "aaaaaaaaaaaaaaaaaaaa",
            "01632 960001 txe", "01632 960001 xxxxx", "ext 12", "01632 960001; drop", "01632 960001<b>", "01632 960001☎", "01632 960001 😀",
            "01632\u0000960001", "01632\r\n960001", "01632 960001\u202E", "tel:+442079460001", "jo@leeds.gov.uk", "+999 1234 5678"})
    void whatCannotBeDialledIsRefused(String phone) {
        phone(phone);

        assertThat(problems).containsExactly(Refusal.at("phone", ErrorCode.PHONE_FORMAT));
    }

    @Test
    void aNumberIsNeverLongerThanItsColumn() {
        phone("01632 960001" + " ".repeat(28) + "1");

        assertThat(problems).containsExactly(Refusal.at("phone", ErrorCode.PHONE_FORMAT));
    }

    private String name(String typed) {
        return answers.line("name", typed, ErrorCode.NAME_REQUIRED, ErrorCode.NAME_LENGTH, problems);
    }

    private String phone(String typed) {
        return answers.phone("phone", typed, problems);
    }
}
