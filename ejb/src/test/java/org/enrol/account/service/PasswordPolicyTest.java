package org.enrol.account.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private static final List<String> CONTEXT = List.of("Alexandra Montgomery-Smythe", "Leeds City Council", "jo.bloggs@leeds.gov.uk");
    private static final String GOOD = "tuesday marble otter, 7 pm: the café is closed";
    private static final PasswordPolicy POLICY = new PasswordPolicy();

    @BeforeAll
    static void load() {
        POLICY.load();
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery staple", "correcthorsebatterystaple", "tuesday-marble-otter", "Xq7!vb2Lp9#rTz4", "μαργαρίτες στο παράθυρο",
            "我的猫喜欢在星期二下午晒太阳睡觉", "leeds-rainy-otter-umbrella", "jo likes purple bicycles", "\\{<nG-!yy]fLBf=7I]U8(1|[4@$+"})
    void aLongPasswordThatNobodyGuessesIsAccepted(String password) {
        assertThat(check(password)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"passwordpassword", "Password123456789", "iloveyouiloveyou", "letmeinletmeinletmein", "summer2026summer2026", "p@ssw0rdp@ssw0rd"})
    void commonPasswordsAreRefusedHoweverPadded(String password) {
        assertCommon(password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaaaaaaaaaaaaaaa", "abcabcabcabcabcabc", "                 ", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "1212121212121212"})
    void repetitionsAreRefused(String password) {
        assertCommon(password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789012345", "987654321987654321", "abcdefghijklmnopqrst"})
    void sequencesAreRefused(String password) {
        assertCommon(password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"qwertyuiopasdfgh", "zxcvbnmasdfghjkl", "1qaz2wsx3edc4rfv", "qwertyuiop123456"})
    void walksOverTheKeyboardAreRefused(String password) {
        assertCommon(password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Alexandra Montgomery-Smythe", "alexandramontgomery", "smythe-montgomery-alexandra", "montgomery-smythe1"})
    void thePersonsNameIsRefused(String password) {
        assertCommon(password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jo.bloggs@leeds.gov.uk", "JO.BLOGGS@LEEDS.GOV.UK", "leeds.gov.uk.leeds"})
    void theAddressIsRefused(String password) {
        assertCommon(password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Leeds City Council", "leedscitycouncil", "leedscitycouncil2026", "Council-Leeds-City-1"})
    void theOrganisationIsRefused(String password) {
        assertCommon(password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"enrol registration", "enrolenrolenrolenrol", "governmentmarketplace", "mypasswordispassword", "Enrol-Password-2026"})
    void theServiceIsRefused(String password) {
        assertCommon(password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x7#kQ", "Xq7!vb2Lp9#rTz"})
    void fourteenCharactersAreTooFew(String password) {
        assertThat(check(password)).containsExactly(length());
    }

    @Test
    void fifteenCharactersAreEnough() {
        assertThat(check("Xq7!vb2Lp9#rTz4")).isEmpty();
    }

    @Test
    void twoHundredAndFiftySixAreTheMost() {
        String long256 = (GOOD + " ").repeat(6).substring(0, 256);

        assertThat(check(long256)).isEmpty();
        assertThat(check(long256 + "x")).containsExactly(length());
    }

    @Test
    void anEmojiCountsAsOneCharacter() {
        String seven = "🦊🌧🚲📚🍋🎻🧩";

        assertThat(check(seven + "aq9xwzt")).containsExactly(length());
        assertThat(check(seven + "aq9xwztk")).isEmpty();
    }

    @Test
    void theLongestOfEmojiIsStillAccepted() {
        assertThat(check("🦊🌧🚲📚🍋🎻🧩🪁".repeat(32))).extracting(Refusal::code).doesNotContain(ErrorCode.PASSWORD_LENGTH);
        assertThat(check("🦊".repeat(257))).containsExactly(length());
    }

    /** Seven letters typed in two parts each are fourteen code points, but one after NFC. */
    @Test
    void lettersInPartsAreCountedWhole() {
        assertThat(check("e\u0301o\u0308u\u0308a\u0302i\u0308o\u0302e\u0300qxz")).containsExactly(length());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "")
    void noPasswordIsAnAnswerThatIsMissing(String password) {
        assertThat(check(password)).containsExactly(Refusal.at("password", ErrorCode.PASSWORD_REQUIRED));
    }

    @Test
    void blanksAtTheEndsArePartOfIt() {
        assertThat(PasswordPolicy.normal(" a ")).isEqualTo(" a ");
    }

    /** zxcvbn alone takes seconds for it; there is no clock here, but a build that hangs tells. */
    @Test
    void signsThatMeanManyLettersAreNotTriedInEveryWay() {
        String signs = "4@8({[<369&#!1|0$5+7%2".repeat(12).substring(0, 256);

        for (int i = 0; i < 100; i++) {
            assertThat(check(signs)).isEmpty();
        }
    }

    private static List<Refusal> check(String password) {
        return POLICY.check("password", password, CONTEXT);
    }

    private static void assertCommon(String password) {
        assertThat(check(password)).as(password).containsExactly(Refusal.at("password", ErrorCode.PASSWORD_COMMON));
    }

    private static Refusal length() {
        return Refusal.at("password", ErrorCode.PASSWORD_LENGTH, Map.of("shortest", 15, "longest", 256));
    }
}
