package org.enrol.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.enrol.browser.pages.CreateBuyerPage;
import org.enrol.browser.pages.Person;
import org.enrol.error.ErrorCode;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** English, Welsh, French and Arabic, from the first page to the mails. */
class LanguagesIT extends BrowserTest {

    private static final Pattern MAIN = Pattern.compile("<main.*</main>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern WORDS = Pattern.compile("[\\s\"“”()]+");
    /** Their heading is a person's name or a domain. */
    private static final Set<String> NAMED_AFTER_WHAT_THEY_SHOW = Set.of("admin/staff-member.xhtml", "admin/domain.xhtml",
            "admin/domain/proposal.xhtml", "admin/domain/remove.xhtml");
    private final Account jo = Account.unknown();

    @Test
    void everyPageSpeaksTheLanguageThatWasChosen() {
        Map<String, String> english = Tour.sights().stream().filter(sight -> sight.language().equals("en"))
                .collect(Collectors.toMap(sight -> sight.scene().name(), Sight::heading));

        List<String> untranslated = Tour.sights().stream()
                .filter(sight -> !sight.language().equals("en") && !NAMED_AFTER_WHAT_THEY_SHOW.contains(sight.scene().view()))
                .filter(sight -> sight.heading().equals(english.get(sight.scene().name())))
                .map(sight -> sight.heading() + " (" + sight.language() + ")").distinct().toList();

        assertThat(untranslated).as("the same word in both languages").containsExactlyInAnyOrder("Cookies (fr)", "Messages (fr)", "Staff (cy)");
        assertThat(english).hasSizeGreaterThan(50);
    }

    @Test
    void noPageShowsAKeyOrABraceInsteadOfAText() throws IOException {
        Set<String> keys = keys();

        assertThat(Tour.sights()).allSatisfy(sight -> {
            assertThat(sight.title() + sight.text()).as("%s", sight).doesNotContain("{", "}", "???");
            assertThat(WORDS.split(sight.title() + " " + sight.text())).as("%s", sight).doesNotContainAnyElementsOf(keys);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy", "fr", "ar"})
    void everyErrorCodeHasAPage(String language) {
        Page page = person().page();

        assertThat(Arrays.stream(ErrorCode.values())).allSatisfy(code -> {
            APIResponse answer = page.request().get("/problems/" + code.slug() + "?lang=" + language);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).contains("lang=\"" + language + "\"");
            assertThat(main(answer.text())).contains(code.code()).doesNotContain("{", "}");
        });
    }

    @Test
    void switchKeepsThePageAndWhatItWasAskedFor() {
        Person person = person();
        CreateBuyerPage.open(person).submit(jo.email());
        Page page = person.page();
        page.navigate(jo.letterbox().link());

        person.press("#submit");
        page.locator(".govuk-error-summary").waitFor();
        person.press(".enrol-languages a[lang=cy]");

        assertThat(page.locator("html[lang=cy] #name")).isVisible();
        page.navigate("/sign-in?next=/account/details");
        assertThat(page.locator("html")).hasAttribute("lang", "cy");
        person.press(".enrol-languages a[lang=fr]");
        assertThat(page.locator("html[lang=fr] input[name=next]")).hasValue("/account/details");
    }

    @ParameterizedTest
    @CsvSource({"cy, ltr", "fr, ltr", "ar, rtl"})
    void mailsComeInTheLanguageThatWasChosen(String language, String direction) {
        Person person = person();
        Letterbox letterbox = jo.letterbox();
        person.page().navigate("/?lang=" + language);
        CreateBuyerPage.open(person).submit(jo.email());

        assertThat(letterbox.next().html()).contains("lang=\"" + language + "\"", "dir=\"" + direction + "\"");
    }

    private static String main(String html) {
        return MAIN.matcher(html).results().map(found -> TAG.matcher(found.group()).replaceAll(" ")).collect(Collectors.joining());
    }

    private static Set<String> keys() throws IOException {
        WebArchive war = ShrinkWrap.create(ZipImporter.class, "enrol.ear").importFrom(new File(System.getProperty("enrol.ear")))
                .as(EnterpriseArchive.class).getAsType(WebArchive.class, "/enrol-web.war");
        Properties texts = new Properties();
        try (InputStream english = war.get("/WEB-INF/classes/org/enrol/text.properties").getAsset().openStream()) {
            texts.load(english);
        }
        return texts.stringPropertyNames();
    }
}
