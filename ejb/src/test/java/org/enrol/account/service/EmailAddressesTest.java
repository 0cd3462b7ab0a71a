package org.enrol.account.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressesTest {

    private static final String LABEL_63 = "a".repeat(63);
    /** 3 × 64 + 61: the longest domain there is. */
    private static final String DOMAIN_253 = (LABEL_63 + ".").repeat(3) + "a".repeat(58) + ".uk";

    private final EmailAddresses addresses = new EmailAddresses();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "jo@leeds.gov.uk                 | jo@leeds.gov.uk",
            "Jo.BLOGGS@Leeds.GOV.UK          | jo.bloggs@leeds.gov.uk",
            "jo+tag@leeds.gov.uk             | jo+tag@leeds.gov.uk",
            "o'brien_1!#$%&*/=?^`{}~-@a.uk   | o'brien_1!#$%&*/=?^`{}~-@a.uk",
            "1@a-b.c--d.uk                   | 1@a-b.c--d.uk",
            "jo@xn--mnchen-3ya.de            | jo@xn--mnchen-3ya.de",
            "jo@München.de                   | jo@xn--mnchen-3ya.de",
            "jo@MÜNCHEN.DE                   | jo@xn--mnchen-3ya.de",
            "jo@straße.de                    | jo@xn--strae-oqa.de",
            "jo@strasse.de                   | jo@strasse.de",
            "jo@例え.jp                       | jo@xn--r8jz45g.jp",
            "jo@موقع.مصر                     | jo@xn--4gbrim.xn--wgbh1c",
            "jo@leeds。gov。uk                 | jo@leeds.gov.uk",
            "jo@ＬＥＥＤＳ.gov.uk               | jo@leeds.gov.uk",
            "jo@123.gov.uk                   | jo@123.gov.uk"})
    void oneMailboxHasOneCanonicalForm(String typed, String canonical) {
        assertThat(canonical(typed)).isEqualTo(canonical);
    }

    /** Registrars refuse most emoji, but mail gets there where they are served. ICU follows UTS 46, which allows them. */
    @Test
    void anEmojiDomainIsReadAsItsPunycode() {
        assertThat(canonical("jo@i❤.ws")).isEqualTo("jo@xn--i-7iq.ws").isEqualTo(canonical("jo@xn--i-7iq.ws"));
    }

    @Test
    void aSharpSIsNotTwoSs() {
        assertThat(canonical("jo@straße.de")).isNotEqualTo(canonical("jo@strasse.de"));
    }

    @Test
    void lettersInOnePieceOrInPartsAreOneAddress() {
        assertThat(canonical("jo@mu\u0308nchen.de")).isEqualTo(canonical("jo@m\u00FCnchen.de"));
        assertThat(addresses.parse("email", "jo@mu\u0308nchen.de").typed()).isEqualTo("jo@m\u00FCnchen.de");
    }

    @Test
    void blanksAroundAreForgivenAndTheRestIsKeptAsTyped() {
        assertThat(addresses.parse("email", " \t Jo@Leeds.gov.uk \r\n").typed()).isEqualTo("Jo@Leeds.gov.uk");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "\t\r\n"})
    void nothingTypedIsAnAnswerThatIsMissing(String typed) {
        assertThatThrownBy(() -> addresses.parse("contact", typed)).isInstanceOfSatisfying(EnrolException.class,
                refused -> assertThat(refused.reasons()).containsExactly(Refusal.at("contact", ErrorCode.EMAIL_REQUIRED)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "jo", "@", "jo@", "@leeds.gov.uk", "jo@uk", "jo@leeds", "jo@@leeds.gov.uk", "jo@york@leeds.gov.uk", "a@b@c@d.uk",
            "jo bloggs@leeds.gov.uk", "jo@leeds .gov.uk", "jo@ leeds.gov.uk", "jo @leeds.gov.uk", "jo.@leeds.gov.uk", ".jo@leeds.gov.uk",
            "jo..b@leeds.gov.uk", "jo@.gov.uk", "jo@leeds..gov.uk", "jo@leeds.gov.uk.", "jo@-leeds.gov.uk", "jo@leeds-.gov.uk",
            "jo@leeds_council.gov.uk", "jo@leeds.gov.u", "jo@leeds.gov.123", "jo@127.0.0.1", "jo@[127.0.0.1]", "jo@[IPv6:::1]",
            "\"jo\"@leeds.gov.uk", "\"jo b\"@leeds.gov.uk", "Jo <jo@leeds.gov.uk>", "jo@leeds.gov.uk, b@leeds.gov.uk", "jo@leeds.gov.uk;b",
            "jo(comment)@leeds.gov.uk", "jo\\@leeds.gov.uk", "mailto:jo@leeds.gov.uk", "jo@http://leeds.gov.uk", "jo@leeds.gov.uk/path",
            "jo@leeds.gov.uk:25", "jo@leeds%2Egov.uk", "jo@xn--.uk", "jo@xn--a.uk", "jo@xn--strasse-.de", "jo@ab--cd.uk"})
    void whatIsNoAddressIsRefused(String typed) {
        assertRefused(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "jo\r\nBcc: all@leeds.gov.uk@leeds.gov.uk", "jo@leeds.gov.uk\r\nBcc: x@y.uk", "jo\n@leeds.gov.uk", "jo@lee\nds.gov.uk",
            "jo\u0000@leeds.gov.uk", "jo@leeds.gov.uk\u0000", "jo@leeds\u0000.gov.uk", "jo\u0001@leeds.gov.uk", "jo@leeds\t.gov.uk",
            "\u202Ejo@leeds.gov.uk", "jo\u202E@leeds.gov.uk", "jo@leeds\u202E.gov.uk", "jo@\u200Fleeds.gov.uk", "jo\u200B@leeds.gov.uk",
            "jo@leeds\u2028.gov.uk", "jo@leeds\u00A0.gov.uk", "jo@\uD83D.gov.uk", "\uD83D@leeds.gov.uk"})
    void noControlOrDirectionMarkGetsThrough(String typed) {
        assertRefused(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jö@leeds.gov.uk", "用户@例え.jp", "jо@leeds.gov.uk", "ｊｏ@leeds.gov.uk", "😀@leeds.gov.uk"})
    void beforeTheAtOnlyAsciiIsTaken(String typed) {
        assertRefused(typed);
    }

    @Test
    void sixtyFourCharactersBeforeTheAtAreTheMost() {
        assertThat(canonical("a".repeat(64) + "@leeds.gov.uk")).hasSize(64 + 13);
        assertRefused("a".repeat(65) + "@leeds.gov.uk");
    }

    @Test
    void aLabelHasSixtyThreeCharactersAtMost() {
        assertThat(canonical("jo@" + LABEL_63 + ".uk")).isEqualTo("jo@" + LABEL_63 + ".uk");
        assertRefused("jo@" + LABEL_63 + "a.uk");
    }

    @Test
    void twoHundredAndFiftyThreeCharactersAreTheLongestDomain() {
        assertThat(DOMAIN_253).hasSize(253);
        assertThat(canonical("jo@" + DOMAIN_253)).endsWith(DOMAIN_253);
        assertRefused("jo@a" + DOMAIN_253);
    }

    @Test
    void aDomainThatGrowsTooLongInAsciiIsRefused() {
        assertRefused("jo@" + "ü".repeat(60) + ".de");
    }

    /** ICU drops soft hyphens: the address would be good, and too long for the column of what was typed. */
    @Test
    void invisibleFillingDoesNotMakeAnAddressEndless() {
        assertRefused("jo@" + "\u00AD".repeat(1000) + "leeds.gov.uk");
    }

    /** ICU throws at such a label instead of reporting it. */
    @ParameterizedTest
    @ValueSource(ints = {1_000, 10_000, 200_000})
    void anEndlessForeignDomainIsRefusedLikeAnyOther(int length) {
        assertRefused("jo@" + "é".repeat(length) + ".uk");
    }

    private String canonical(String typed) {
        return addresses.parse("email", typed).canonical();
    }

    private void assertRefused(String typed) {
        assertThatThrownBy(() -> addresses.parse("email", typed)).isInstanceOfSatisfying(EnrolException.class,
                refused -> assertThat(refused.reasons()).containsExactly(Refusal.at("email", ErrorCode.EMAIL_FORMAT)));
    }
}
