package org.enrol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.enrol.browser.pages.StartPage;
import org.junit.jupiter.api.Test;

/** The door of the house: it opens with and without JavaScript. */
class StartPageIT extends BrowserTest {

    @Test
    void startPageAnswersWithTitleAndHeading() {
        Page page = visitor();

        StartPage start = StartPage.open(page);

        assertThat(start.status()).isEqualTo(200);
        assertThat(page.title()).isNotBlank();
        assertThat(start.heading()).isNotBlank();
        assertThat(scriptErrors()).isEmpty();
    }

    @Test
    void startPageIsTheSameWithoutJavaScript() {
        StartPage with = StartPage.open(visitor());
        StartPage without = StartPage.open(visitorWithoutJavaScript());

        assertThat(without.status()).isEqualTo(200);
        assertThat(without.heading()).isEqualTo(with.heading());
    }

    @Test
    void startPageHasNoAccessibilityViolation() {
        Page page = visitor();

        StartPage.open(page);

        Accessibility.assertNoViolation(page);
    }
}
