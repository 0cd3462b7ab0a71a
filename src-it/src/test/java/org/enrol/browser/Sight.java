package org.enrol.browser;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What was seen of a scene in one language.
 *
 * @param path      where the browser stood
 * @param headings  their levels, in the order of the page
 * @param text      all that can be read
 * @param switches  the addresses that change the language
 * @param summary   whether there is an error summary
 * @param focused   whether it has the focus
 * @param lostLinks the links of the summary that do not lead into their field
 * @param tooWide   what stands out of a window of 320 pixels
 * @param violations what axe says, with colours and width
 * @param complaints of the browser: blocked by the policy, failed scripts, other hosts
 */
record Sight(Scene scene, String language, String path, String title, String lang, String dir, List<Integer> headings, String heading,
        String text, List<String> switches, boolean summary, boolean focused, List<String> lostLinks, List<String> tooWide,
        List<String> violations, List<String> complaints) {

    private static final String FACTS = """
            () => {
              const summary = document.querySelector('.govuk-error-summary');
              const focused = summary !== null && document.activeElement === summary;
              const visible = element => element.getClientRects().length > 0;
              return {
                title: document.title, lang: document.documentElement.lang, dir: document.documentElement.dir,
                headings: [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter(visible).map(h => Number(h.tagName[1])),
                heading: document.querySelector('h1')?.innerText ?? '', text: document.body.innerText,
                switches: [...document.querySelectorAll('.enrol-languages a')].map(link => link.getAttribute('href')),
                summary: summary !== null, focused};
            }""";
    private static final String LOST_LINKS = """
            () => [...document.querySelectorAll('.govuk-error-summary a')].filter(link => {
              link.click();
              return '#' + document.activeElement.id !== link.getAttribute('href');
            }).map(link => link.outerHTML)""";
    private static final String TOO_WIDE = """
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? []
              : [...document.querySelectorAll('body *')].filter(element => {
                  const box = element.getBoundingClientRect();
                  return box.right > document.documentElement.clientWidth + 1 || box.left < -1;
                }).map(element => element.outerHTML.slice(0, 200))""";

    /** The page as it stands, in a window of 320 pixels. */
    @SuppressWarnings("unchecked")
    static Sight of(Scene scene, String language, Page page, List<String> violations, List<String> complaints) {
        Map<String, Object> facts = (Map<String, Object>) page.evaluate(FACTS);
        return new Sight(scene, language, URI.create(page.url()).getPath(), (String) facts.get("title"), (String) facts.get("lang"),
                (String) facts.get("dir"), (List<Integer>) facts.get("headings"), (String) facts.get("heading"),
                (String) facts.get("text"), (List<String>) facts.get("switches"), (Boolean) facts.get("summary"),
                (Boolean) facts.get("focused"), (List<String>) page.evaluate(LOST_LINKS), (List<String>) page.evaluate(TOO_WIDE),
                List.copyOf(violations), List.copyOf(complaints));
    }

    @Override
    public String toString() {
        return scene.name() + " (" + language + ")";
    }
}
