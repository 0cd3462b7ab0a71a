package org.enrol.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.enrol.browser.pages.ActivatePage;
import org.enrol.browser.pages.BuyerArea;
import org.enrol.browser.pages.CreateBuyerPage;
import org.enrol.browser.pages.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without a connection, and with a slow one: what was typed is kept, and pages are light. */
class OfflineIT extends BrowserTest {

    /** Bytes on the wire, compressed, with headers: the budget of the design for a first visit. */
    private static final long HEAVIEST = 60_000;

    @Test
    void answersOutliveALostConnectionAndGoThroughAfterIt() {
        Account jo = Account.unknown();
        Person person = person();
        Page page = person.page();
        CreateBuyerPage.open(person).submit(jo.email());
        ActivatePage activate = jo.answer(ActivatePage.follow(person, jo.letterbox().link())).phone("01632 960 001");
        awaitServiceWorker(page);

        page.context().setOffline(true);
        person.press("#submit");
        assertThat(page.locator("#offline-note")).hasText(
                "You are offline. Check your internet connection and try again. You have not lost the answers on this page.");
        assertThat(activate.valueOf("#name")).isEqualTo(jo.name());
        page.reload();
        assertThat(page.locator("h1")).hasText("You are offline");

        page.context().setOffline(false);
        assertThat(page.locator("#name")).hasValue(jo.name());
        assertThat(page.locator("#organisation")).hasValue(Account.ORGANISATION);
        assertThat(page.locator("#phone")).hasValue("01632 960 001");
        assertThat(page.locator("#password")).hasValue("");
        assertThat((String) page.evaluate("JSON.stringify(sessionStorage) + JSON.stringify(localStorage)")).doesNotContain(jo.password());
        BuyerArea area = activate.answer(jo.name(), jo.password()).createBuyer();
        assertThat(area.heading()).contains(jo.name());
        assertThat(scriptErrors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "ar"})
    void pageThatCannotBeReachedIsAPageOfOursInTheLanguageInUse(String language) {
        Page page = person().page();
        page.navigate("/?lang=" + language);
        awaitServiceWorker(page);
        String greeting = page.locator("h1").innerText();

        page.context().setOffline(true);
        page.navigate("/help");

        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.locator("h1")).hasCount(1);
        assertThat(page.locator("h1")).not().hasText(greeting);
        assertThat(page.locator(".enrol-offline__again")).isVisible();
    }

    @Test
    void browserKeepsNoPageWithAnswers() {
        Person person = person();
        Account.buyer(person);
        awaitServiceWorker(person.page());
        person.page().navigate("/account");

        Object kept = person.page().evaluate("""
                async () => (await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys())
                    .map(request => new URL(request.url).pathname)))).flat()""");

        assertThat((List<?>) kept).isNotEmpty().allMatch(path -> path.equals("/offline") || path.equals("/favicon.svg")
                || path.toString().startsWith("/jakarta.faces.resource/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/buyer/create", "/sign-in", "/forgotten-password", "/help", "/privacy"})
    void firstVisitIsLight(String path) {
        Page page = person().page();
        AtomicLong bytes = new AtomicLong();
        CDPSession network = page.context().newCDPSession(page);
        network.send("Network.enable");
        network.on("Network.loadingFinished", (JsonObject loaded) -> bytes.addAndGet(loaded.get("encodedDataLength").getAsLong()));

        page.navigate(path);
        awaitServiceWorker(page);

        assertThat(bytes.get()).as("bytes of the first visit of %s", path).isBetween(10_000L, HEAVIEST);
        System.getLogger(OfflineIT.class.getName()).log(System.Logger.Level.WARNING, "First visit of {0}: {1} bytes", path, bytes);
    }

    private static void awaitServiceWorker(Page page) {
        page.evaluate("""
                () => new Promise(controlled => navigator.serviceWorker.controller ? controlled()
                    : navigator.serviceWorker.addEventListener('controllerchange', () => controlled()))""");
    }
}
