package org.enrol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import org.enrol.launcher.Mail;
import org.enrol.launcher.MailPage;
import org.enrol.launcher.Ports;
import org.enrol.surroundings.Surroundings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page beside the demo on which people read what Enrol mails, with the first mail of all: to the first administrator. */
class MailPageIT extends BrowserTest {

    private static final String ADMINISTRATOR = "admin@enrol.example";
    /** The outbox looks for new messages every few seconds. */
    private static final Duration DELIVERY = Duration.ofSeconds(60);

    private MailPage mailPage;
    private String address;

    @BeforeEach
    void start() {
        int port = Ports.anyFree();
        address = "http://localhost:" + port;
        mailPage = MailPage.start(Surroundings.mail(), port);
    }

    @AfterEach
    void stop() {
        mailPage.close();
    }

    @Test
    void invitationOfTheFirstAdministratorLeadsBackToEnrol() throws InterruptedException {
        Mail invitation = Surroundings.mail().await(ADMINISTRATOR, DELIVERY).orElseThrow();
        Page page = person().page();

        page.navigate(address + "/?to=" + ADMINISTRATOR);
        page.locator("tbody a").first().click();

        FrameLocator html = page.frameLocator("iframe");
        assertThat(html.locator("a[href^='" + Surroundings.url() + "/activate?token=']").count()).isPositive();
        assertThat(page.locator("pre a").first().getAttribute("href")).startsWith(Surroundings.url());
        Page opened = page.waitForPopup(() -> page.locator("pre a").first().click());
        assertThat(opened.url()).startsWith(Surroundings.url());
        assertThat(invitation.text()).contains(opened.url());
    }

    @Test
    void listAndMailHaveNoAccessibilityViolationInLightAndDark() throws InterruptedException {
        String id = Surroundings.mail().await(ADMINISTRATOR, DELIVERY).orElseThrow().id();

        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            Page page = visitor(new Browser.NewContextOptions().setColorScheme(scheme));
            page.navigate(address + "/");
            Accessibility.assertNoViolation(page);
            keepScreenshot(page, "MailPage-list-" + scheme);
            page.navigate(address + "/messages/" + id);
            assertThat(page.locator("iframe").getAttribute("title")).isNotBlank();
            withoutFrames(page);
            Accessibility.assertNoViolation(page);
        }
    }

    /** axe would wait forever for an answer from the frame of the mail, in which no script may run. */
    private static void withoutFrames(Page page) {
        page.evaluate("document.querySelectorAll('iframe').forEach(frame => frame.remove())");
    }
}
