package org.enrol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.enrol.browser.pages.StartPage;
import org.junit.jupiter.api.Test;

/** The door of the house: it opens with and without JavaScript. */
class StartPageIT extends BrowserTest {

    @Test
    void startPageAnswersWithTitleAndHeading() {
        StartPage start = StartPage.open(person());

        assertThat(start.page().title()).isNotBlank();
        assertThat(start.heading()).isNotBlank();
        assertThat(scriptErrors()).isEmpty();
    }

    @Test
    void startPageIsTheSameWithoutJavaScript() {
        StartPage with = StartPage.open(person());
        StartPage without = StartPage.open(personWithoutJavaScript());

        assertThat(without.heading()).isEqualTo(with.heading());
    }
}
