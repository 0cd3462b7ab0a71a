package org.enrol.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.enrol.browser.pages.ActivatePage;
import org.enrol.browser.pages.Hand;
import org.enrol.browser.pages.Person;
import org.junit.jupiter.api.Test;

/** What decides a request is in reach wherever one reads, and never lies over what has the focus (WCAG 2.2, 2.4.11). */
class DecisionBarIT extends BrowserTest {

    /** What lies over the middle of the element that has the focus, if it is neither part of it nor around it; null if nothing does. */
    private static final String COVER = """
            () => {
              const focused = document.activeElement;
              const box = focused.getBoundingClientRect();
              const y = Math.min(Math.max((box.top + box.bottom) / 2, 0), innerHeight - 1);
              const over = document.elementFromPoint((box.left + box.right) / 2, y);
              return !over || focused.contains(over) || over.contains(focused) ? null : focused.outerHTML + ' under ' + over.outerHTML;
            }""";
    private static final String IN_SIGHT = """
            selector => [...document.querySelectorAll(selector)].map(element => element.getBoundingClientRect())
              .some(box => box.height > 0 && box.top >= 0 && box.bottom <= innerHeight)""";

    @Test
    void besideTheFactsItStaysInSightHoweverFarOneReads() {
        Page page = request(1280, 640);

        page.evaluate("scrollTo(0, document.body.scrollHeight)");

        assertThat((Boolean) page.evaluate(IN_SIGHT, "#decide input[type=submit]")).isTrue();
        assertThat(covered(page)).isEmpty();
    }

    @Test
    void onANarrowScreenAStripLeadsToItAndCoversNothing() {
        Page page = request(320, 560);

        assertThat((Boolean) page.evaluate(IN_SIGHT, ".enrol-to-decide a")).isTrue();
        assertThat(covered(page)).isEmpty();
        page.locator(".enrol-to-decide a").click();
        assertThat(page.locator("#decide")).isFocused();
    }

    /** Everything that Tab reaches, and something lies over. */
    private static List<String> covered(Page page) {
        List<String> covered = new ArrayList<>();
        page.evaluate("() => { scrollTo(0, 0); document.activeElement.blur(); }");
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            Object cover = page.evaluate(COVER);
            if (cover != null) {
                covered.add((String) cover);
            }
        }
        return covered;
    }

    private Page request(int width, int height) {
        Person person = new Person(visitor(new Browser.NewContextOptions().setViewportSize(width, height)), Hand.MOUSE);
        Account account = Account.unknown();
        Circumstances.staffIsInvited(account.email(), "ADMINISTRATOR");
        ActivatePage.follow(person, account.letterbox().link()).answer(account.name(), account.password()).createStaff();
        Scenes.openRequest(person);
        return person.page();
    }
}
