package org.enrol.messaging.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.enrol.messaging.port.Mail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailTextTest {

    private static final Map<String, String> JO = Map.of("name", "Jo Bloggs");

    static Stream<Arguments> everyTemplateInEveryLanguage() {
        return Stream.of(MailTemplate.values())
                .flatMap(template -> MailPhrases.LANGUAGES.stream().map(language -> Arguments.of(template, language)));
    }

    @ParameterizedTest
    @MethodSource("everyTemplateInEveryLanguage")
    void everyTemplateIsWrittenInFullInEveryLanguage(MailTemplate template, String language) {
        Mail mail = WrittenMails.write(template, language, JO);

        assertThat(mail.language()).isEqualTo(language);
        assertThat(mail.subject()).contains("Enrol").doesNotContain("{", "}", "Jo");
        assertThat(mail.text()).contains("Enrol", "Jo Bloggs", WrittenMails.URL + "/help").doesNotContain("{", "}", "<", "&");
        assertThat(mail.html()).contains("lang=\"" + language + "\"", "dir=\"" + (language.equals("ar") ? "rtl" : "ltr") + "\"", "Jo Bloggs");
        assertThat(mail.html().replaceAll("(?s)<style>.*</style>", "")).doesNotContain("{", "}");
        assertThat(mail.text().contains(WrittenMails.URL + template.path() + "\n") || mail.text().contains("?token=")
                || template.path().isEmpty()).isTrue();
    }

    @Test
    void everyLanguageHasTheSameTextsAndNoneIsLeftOverInEnglish() throws IOException {
        Properties english = bundle("");
        Set<Object> keys = new TreeSet<>(english.keySet());
        for (String language : List.of("_cy", "_fr", "_ar")) {
            Properties translated = bundle(language);
            assertThat(new TreeSet<>(translated.keySet())).as(language).isEqualTo(keys);
            assertThat(keys).filteredOn(key -> translated.get(key).equals(english.get(key))).as(language)
                    .isSubsetOf("service", "lifetime.minutes");
        }
        assertThat(Stream.of(MailTemplate.values()).map(MailTemplate::key))
                .allMatch(key -> keys.containsAll(Set.of(key + ".subject", key + ".title", key + ".1", key + ".why")));
    }

    @Test
    void theButtonLeadsToTheConfiguredAddressWithTheTokenAndNowhereElse() {
        Mail mail = WrittenMails.write(MailTemplate.ACTIVATE_BUYER, "en", JO);

        String address = "https://enrol.example/activate?token=" + WrittenMails.LINK.token();
        assertThat(mail.text()).contains("Activate your account:\n" + address + "\n");
        assertThat(mail.html()).contains("href=\"" + address + "\"", ">" + address + "</a>");
        assertThat(Pattern.compile("[a-z]+://[^\"<]*").matcher(mail.html()).results().map(MatchResult::group))
                .containsExactly(address, address, address, "https://enrol.example/help");
    }

    @Test
    void theMailSaysHowLongTheLinkIsReallyGood() {
        assertThat(within("en", Duration.ofHours(24))).contains("within 24 hours");
        assertThat(within("en", Duration.ofMinutes(30))).contains("within 30 minutes");
        assertThat(within("en", Duration.ofMinutes(90))).contains("within 90 minutes");
        assertThat(within("en", Duration.ofHours(1))).contains("within 1 hour ");
        assertThat(within("en", Duration.ofDays(7))).contains("within 7 days");
        assertThat(within("cy", Duration.ofMinutes(2))).contains("o fewn 2 funud ");
        assertThat(within("fr", Duration.ofHours(24))).contains("24 heures");
        assertThat(within("ar", Duration.ofHours(2))).contains("خلال ساعتين");
        assertThat(within("ar", Duration.ofHours(24))).contains("ساعة").doesNotContain("ساعات");
    }

    @Test
    void theMailSaysWhenItHappenedAndInWhichZone() {
        assertThat(WrittenMails.write(MailTemplate.PASSWORD_CHANGED, "en", JO).text()).contains("22 November 2026 at 10:15 UTC");
    }

    @Test
    void aRegionCountsAsItsLanguageAndAnUnknownLanguageAsEnglish() {
        assertThat(WrittenMails.write(MailTemplate.RESET_PASSWORD, "fr-CA", JO).language()).isEqualTo("fr");
        assertThat(WrittenMails.write(MailTemplate.RESET_PASSWORD, "xx", JO).language()).isEqualTo("en");
        assertThat(WrittenMails.write(MailTemplate.RESET_PASSWORD, "", Map.of()).text()).contains("Hello,\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<img src=x onerror=alert(1)>", "\"><script>alert(1)</script>", "<a href='https://evil.example'>x</a>",
            "https://evil.example", "www.evil.example", "jo@evil.example", "{0} ${7*7} #{1} <#list>", "evil。example"})
    void whatAPersonTypedIsTextAndNeverMarkupOrALink(String typed) {
        Mail plain = WrittenMails.write(MailTemplate.DOMAIN_NOT_APPROVED, "en", Map.of("name", "Jo", "domain", "dept.example"));
        Mail mail = WrittenMails.write(MailTemplate.DOMAIN_NOT_APPROVED, "en", Map.of("name", typed, "domain", typed));

        assertThat(mail.subject()).isEqualTo(plain.subject());
        assertThat(mail.html().chars().filter(c -> c == '<').count()).isEqualTo(plain.html().chars().filter(c -> c == '<').count());
        assertThat(mail.html()).doesNotContain("evil.example", "://evil", "www.evil", "jo@evil", "evil。example", "49");
        assertThat(mail.text()).doesNotContain("evil.example", "://evil", "www.evil", "jo@evil", "evil。example", "49");
    }

    @Test
    void aLineBreakInANameAddsNoLine() {
        String plain = WrittenMails.write(MailTemplate.PASSWORD_CHANGED, "en", JO).text();
        String broken = WrittenMails.write(MailTemplate.PASSWORD_CHANGED, "en", Map.of("name", "Jo\r\nBloggs\u2028\u0000\u0085x")).text();

        assertThat(broken).contains("Hello Jo Bloggs x,").hasLineCount((int) plain.lines().count());
    }

    @Test
    void anOrderWithoutWhatItsTemplateNeedsCannotBeMade() {
        assertThatThrownBy(() -> new MailOrder(MailTemplate.ACTIVATE_BUYER, "jo@dept.example", "en", 0, Map.of())).hasMessageContaining("needs a link");
        assertThatThrownBy(() -> new MailOrder(MailTemplate.PASSWORD_CHANGED, "jo@dept.example", "en", 1, Map.of())).hasMessageContaining("has no link");
        assertThatThrownBy(() -> new MailOrder(MailTemplate.DOMAIN_NOT_APPROVED, "jo@dept.example", "en", 0, Map.of())).hasMessageContaining("domain");
    }

    private static String within(String language, Duration lifetime) {
        MailOrder order = WrittenMails.order(MailTemplate.ACTIVATE_BUYER, language, Map.of());
        return WrittenMails.text().write("1.a", order, new MailLink("t", lifetime)).text();
    }

    private static Properties bundle(String suffix) throws IOException {
        try (Reader reader = new InputStreamReader(MailText.class.getResourceAsStream("/org/enrol/mail" + suffix + ".properties"),
                StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        }
    }
}
