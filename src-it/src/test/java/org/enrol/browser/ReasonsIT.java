package org.enrol.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.enrol.browser.pages.ActivatePage;
import org.enrol.browser.pages.Person;
import org.junit.jupiter.api.Test;

/** What scripts add for who decides: a chosen reason can be read and changed before it is sent. */
class ReasonsIT extends BrowserTest {

    private static final String MISTAKE = "The request was made by mistake, or is no longer needed.";
    private static final String NO_EVIDENCE = "We found no evidence that the organisation belongs to the public sector.";

    @Test
    void chosenReasonFillsInItsWordsAndLeavesWhatWasTyped() {
        Page page = openRequest();

        page.selectOption("#reason", new SelectOption().setLabel(MISTAKE));
        assertThat(page.locator("#comment")).hasValue(MISTAKE);
        page.selectOption("#reason", new SelectOption().setLabel(NO_EVIDENCE));
        assertThat(page.locator("#comment")).hasValue(NO_EVIDENCE);
        page.fill("#comment", "In my own words.");
        page.selectOption("#reason", new SelectOption().setLabel(MISTAKE));

        assertThat(page.locator("#comment")).hasValue("In my own words.");
        assertThat(scriptErrors()).isEmpty();
    }

    @Test
    void previewShowsTheMailAndKeepsWhatWasTyped() {
        Page page = openRequest();
        page.fill("#comment", "Asked twice, sorry.");

        page.locator(".enrol-preview summary").click();
        page.selectOption("#previewed", "CLOSE");
        page.click("#preview");

        assertThat(page.locator("#previews")).containsText("Asked twice, sorry.");
        assertThat(page.locator("#comment")).hasValue("Asked twice, sorry.");
        assertThat(page.locator(".enrol-case__state")).containsText("Awaiting pickup");
        assertThat(scriptErrors()).isEmpty();
    }

    private Page openRequest() {
        Person person = person();
        Account account = Account.unknown();
        Circumstances.staffIsInvited(account.email(), "ADMINISTRATOR");
        ActivatePage.follow(person, account.letterbox().link()).answer(account.name(), account.password()).createStaff();
        String domain = Scenes.askForADomain(person());
        Page page = person.page();
        page.navigate("/admin/requests?list=ALL&part=" + domain);
        person.press(".enrol-table tbody a");
        page.waitForURL("**/admin/request?id=*");
        return page;
    }
}
