package org.enrol.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.enrol.browser.pages.Hand;
import org.enrol.browser.pages.Person;
import org.enrol.surroundings.ClientTest;
import org.enrol.surroundings.Surroundings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

/** A test in a real browser. Each test has visitors of its own; what they saw last is kept in {@code target/screenshots}. */
abstract class BrowserTest extends ClientTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    /** Milliseconds. Playwright waits by itself; a page that needs longer is broken. */
    private static final double PATIENCE = 15_000;

    private final List<BrowserContext> visitors = new ArrayList<>();
    private final List<String> scriptErrors = new ArrayList<>();
    private String name;

    @BeforeEach
    void nameAfter(TestInfo test) {
        String method = test.getTestMethod().orElseThrow().getName();
        String round = test.getDisplayName().replaceAll("[^A-Za-z0-9]+", "-");
        name = getClass().getSimpleName() + "." + method + (round.startsWith(method) ? "" : "-" + round);
    }

    @AfterEach
    void leave() {
        for (int i = 0; i < visitors.size(); i++) {
            BrowserContext visitor = visitors.get(i);
            for (Page page : visitor.pages()) {
                keepScreenshot(page, name + (i == 0 ? "" : "-" + i));
            }
            visitor.close();
        }
        visitors.clear();
    }

    /** Somebody with an empty browser, at no page yet. */
    final Person person() {
        return person(Hand.MOUSE);
    }

    final Person person(Hand hand) {
        return new Person(visitor(new Browser.NewContextOptions()), hand);
    }

    /** The same without JavaScript: every page for applicants must complete so. */
    final Person personWithoutJavaScript() {
        return personWithoutJavaScript(Hand.MOUSE);
    }

    final Person personWithoutJavaScript(Hand hand) {
        return new Person(visitor(new Browser.NewContextOptions().setJavaScriptEnabled(false)), hand);
    }

    /** @param options language, colour scheme, size of the window; the address of Enrol is set here */
    final Page visitor(Browser.NewContextOptions options) {
        BrowserContext context = Chromium.running().newContext(options.setBaseURL(Surroundings.url()));
        context.setDefaultTimeout(PATIENCE);
        visitors.add(context);
        Page page = context.newPage();
        page.onPageError(scriptErrors::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                scriptErrors.add(message.text());
            }
        });
        return page;
    }

    /** Scripts that failed and what the content security policy has blocked so far. */
    final List<String> scriptErrors() {
        return List.copyOf(scriptErrors);
    }

    /** Keeps a picture of the whole page; the last one of each visitor is kept without asking. */
    final void keepScreenshot(Page page, String title) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(title + ".png")).setFullPage(true));
    }
}
