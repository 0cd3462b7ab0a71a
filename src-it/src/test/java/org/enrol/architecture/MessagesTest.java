package org.enrol.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.Finding;
import org.enrol.error.ErrorCode;
import org.enrol.messaging.service.MailTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text is there in every language, says the same things, and is used. */
class MessagesTest {

    private static final Bundle PAGES = Bundle.named("org/enrol/text");
    private static final Bundle MAILS = Bundle.named("org/enrol/mail");
    private static final Bundle FINDINGS = Bundle.named("org/enrol/audit");
    private static final List<String> PARTS_OF_MAILS = List.of("subject", "title", "1", "why");

    private final TextUse use = new TextUse();

    static Stream<Bundle> bundles() {
        return Bundle.all();
    }

    @Test
    void theBundlesAreFound() {
        assertThat(bundles().map(Bundle::name)).contains("org/enrol/text", "org/enrol/faces", "org/enrol/mail");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noLanguageLacksAText(Bundle bundle) {
        assertThat(bundle.translations().flatMap(language -> bundle.english().keySet().stream()
                .filter(key -> !bundle.texts().get(language).containsKey(key)).map(key -> language + " " + key))).as("missing").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noLanguageHasATextThatEnglishHasNot(Bundle bundle) {
        assertThat(bundle.all(text -> !bundle.english().containsKey(text.key()))).as("left over").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noTextIsEmpty(Bundle bundle) {
        assertThat(bundle.all(text -> text.words().isBlank())).as("empty").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextIsAnIcuMessage(Bundle bundle) {
        assertThat(bundle.all(text -> text.arguments().isEmpty())).as("cannot be read").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyLanguageMentionsTheSameValues(Bundle bundle) {
        assertThat(bundle.all(text -> bundle.english().containsKey(text.key())
                && !text.arguments().equals(bundle.text(Bundle.ENGLISH, text.key()).arguments()))).as("other values than in English").isEmpty();
    }

    @Test
    void everyRefusalHasAText() {
        assertThat(Stream.of(ErrorCode.values()).map(code -> "error." + code.slug()))
                .filteredOn(key -> !PAGES.english().containsKey(key)).as("missing").isEmpty();
    }

    @Test
    void everyAuditActionHasAText() {
        assertThat(Stream.of(AuditAction.values()).map(action -> "audit.action." + action))
                .filteredOn(key -> !PAGES.english().containsKey(key)).as("missing").isEmpty();
    }

    @Test
    void everyFindingOfAVerificationHasAText() {
        assertThat(FINDINGS.english().keySet()).containsExactlyInAnyOrderElementsOf(Stream.of(Finding.Kind.values()).map(Finding.Kind::name).toList());
    }

    @Test
    void everyMailHasItsParts() {
        assertThat(mails().flatMap(mail -> PARTS_OF_MAILS.stream().map(part -> mail + "." + part)))
                .filteredOn(key -> !MAILS.english().containsKey(key)).as("missing").isEmpty();
    }

    @Test
    void everyTextThatAPageAsksForIsThere() {
        Map<String, String> asked = use.asked();

        assertThat(asked).as("what was found in pages and beans").hasSizeGreaterThan(100);
        asked.keySet().removeAll(PAGES.english().keySet());
        assertThat(asked).as("missing text and who asks for it").isEmpty();
    }

    @Test
    void aTextThatMentionsValuesIsNeverShownAsItStands() {
        assertThat(use.shownAsTheyStand()).filteredOn(PAGES.english()::containsKey)
                .filteredOn(key -> !PAGES.text(Bundle.ENGLISH, key).arguments().orElseThrow().isEmpty())
                .as("shown with their braces").isEmpty();
    }

    @Test
    void noTextOfThePagesIsUnused() {
        assertThat(PAGES.english().keySet()).filteredOn(key -> !use.isUsed(key)).as("texts that nothing shows").isEmpty();
    }

    @Test
    void noTextOfTheMailsIsUnused() {
        List<String> mails = mails().toList();
        String writers = String.join("\n", Repository.files("ejb/src/main/java/org/enrol/messaging", ".java").stream().map(Repository::text).toList());

        assertThat(MAILS.english().keySet())
                .filteredOn(key -> mails.stream().noneMatch(mail -> key.matches(mail + "\\.(subject|title|button|why|\\d+)")))
                .filteredOn(key -> !writers.contains('"' + key + '"'))
                .as("texts that no mail has").isEmpty();
    }

    private static Stream<String> mails() {
        return Stream.of(MailTemplate.values()).map(mail -> mail.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
