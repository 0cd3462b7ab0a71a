package org.enrol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe can find of WCAG 2.2, level AA. The rest needs people: keyboard, reading order, words. */
public final class Accessibility {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Accessibility() {
    }

    /** Fails with every violation and the elements concerned. The page needs JavaScript: axe is a script. */
    public static void assertNoViolation(Page page) {
        List<String> violations = new AxeBuilder(page).withTags(RULES).analyze().getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .toList();
        assertThat(violations).as("axe on %s", page.url()).isEmpty();
    }
}
