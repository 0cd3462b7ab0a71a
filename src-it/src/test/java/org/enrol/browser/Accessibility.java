package org.enrol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What axe can find of WCAG 2.2, level AA. The rest needs people: reading order, words, sense. The page needs JavaScript. */
final class Accessibility {

    private static final String AXE = axe();
    private static final String REPORT = """
            .then(result => result.violations.map(rule =>
                `${rule.id}: ${rule.help} ${rule.nodes.map(node => node.html).join(' ')}`))""";
    private static final String ALL = """
            () => axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}, runOnly: {type: 'tag',
                values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}})""" + REPORT;
    private static final String LOOKS = """
            () => axe.run(document, {resultTypes: ['violations'], runOnly: {type: 'rule',
                values: ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable']}})""" + REPORT;

    private Accessibility() {
    }

    static void assertNoViolation(Page page) {
        assertThat(violations(page)).as("axe on %s", page.url()).isEmpty();
    }

    /** Every violation, with the elements concerned. */
    static List<String> violations(Page page) {
        return run(page, ALL);
    }

    /** Only what can change with colours and width on a page that was examined before; much quicker. */
    static List<String> violationsOfLooks(Page page) {
        return run(page, LOOKS);
    }

    @SuppressWarnings("unchecked")
    private static List<String> run(Page page, String rules) {
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(AXE);
        }
        return (List<String>) page.evaluate(rules);
    }

    private static String axe() {
        try (InputStream script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
