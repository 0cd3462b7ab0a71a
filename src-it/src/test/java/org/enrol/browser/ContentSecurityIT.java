package org.enrol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.enrol.browser.pages.CreateBuyerPage;
import org.junit.jupiter.api.Test;

/** The content security policy, as a browser enforces it on every page and state. The journeys' tests look at their own way. */
class ContentSecurityIT extends BrowserTest {

    @Test
    void browserComplainsOfNoPageAndNoPageAsksAnotherHost() {
        List<String> complaints = Tour.sights().stream()
                .flatMap(sight -> sight.complaints().stream().map(line -> sight + ": " + line)).toList();

        assertThat(complaints).isEmpty();
    }

    /** And so would be seen above. */
    @Test
    void foreignScriptsAndStylesAreBlocked() {
        Page page = CreateBuyerPage.open(person()).page();
        List<String> complaints = new ArrayList<>();
        Complaints.collect(page, complaints);

        for (String element : List.of("script", "style")) {
            page.evaluate("""
                    name => {
                      const element = document.createElement(name);
                      element.textContent = name === 'script' ? 'window.intruder = true' : 'h1 { display: none }';
                      document.body.append(element);
                    }""", element);
        }
        page.evaluate("() => new Promise(done => { const image = new Image(); image.onerror = done; image.src = 'http://127.0.0.1:1/x.png'; })");

        assertThat(page.evaluate("'intruder' in window")).isEqualTo(false);
        assertThat(page.locator("h1").isVisible()).isTrue();
        assertThat(complaints).filteredOn(line -> line.contains("Content Security Policy")).hasSize(3);
        assertThat(complaints).anyMatch(line -> line.endsWith("asks http://127.0.0.1:1/x.png"));
    }
}
