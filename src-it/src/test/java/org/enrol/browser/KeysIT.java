package org.enrol.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.regex.Pattern;
import org.enrol.browser.pages.ActivatePage;
import org.enrol.browser.pages.Hand;
import org.enrol.browser.pages.Person;
import org.junit.jupiter.api.Test;

/** The back office without a mouse: the keys of the pages, the help on them, and the switch that turns them off. */
class KeysIT extends BrowserTest {

    @Test
    void twoAdministratorsDecideARequestWithoutAMouse() {
        String domain = askForADomain();
        Person ada = administrator("Ada Keys");
        Person ben = administrator("Ben Keys");

        find(ada, domain);
        press(ada, "a");
        ada.page().waitForURL("**done=ASSIGN**");
        decide(ada, "Approve", "RECORD_ADMIN_APPROVAL", "It is on the list of public bodies.");
        decide(ada, "Start", "SCHEDULE", "A second person has to confirm.");
        handOver(ada, "Ben Keys", "Please confirm by telephone.");

        press(ben, "g", "r");
        ben.page().waitForURL("**/admin/requests");
        press(ben, "g", "t");
        ben.page().waitForURL("**/admin");
        open(ben, ".enrol-list a", domain);
        assertThat(ben.page().locator(".enrol-timeline")).containsText("Please confirm by telephone.");
        decide(ben, "Complete", "COMPLETE", "Confirmed by telephone.");

        assertThat(ben.page().locator(".enrol-case__state .govuk-tag")).hasText("Complete");
        assertThat(scriptErrors()).isEmpty();
    }

    @Test
    void helpListsTheKeysOfThePageAndGivesTheFocusBack() {
        Page page = administrator("Cleo Keys").page();
        page.locator(".enrol-places a").nth(1).focus();

        page.keyboard().press("?");
        assertThat(page.locator("dialog#keys")).isVisible();
        assertThat(page.locator("dialog#keys dd")).containsText(new String[] {"Today", "Requests"});
        assertThat((Boolean) page.evaluate("document.querySelector('dialog#keys').contains(document.activeElement)")).isTrue();
        page.keyboard().press("g");
        page.keyboard().press("r");
        page.keyboard().press("Escape");

        assertThat(page.locator("dialog#keys")).isHidden();
        assertThat(page.locator(".enrol-places a").nth(1)).isFocused();
        assertThat(page).hasURL(Pattern.compile(".*/admin$"));
    }

    @Test
    void whoeverSwitchesTheKeysOffTypesInPeaceAndCanSwitchThemOnAgain() {
        Person dan = administrator("Dan Keys");
        Page page = dan.page();
        page.navigate("/admin/requests?list=ALL");
        page.keyboard().press("?");
        dan.press("dialog#keys .enrol-keys__switch button");
        page.waitForURL("**/admin/requests?list=ALL");

        type(page, "?", "g", "t", "/");
        assertThat(page.locator("dialog#keys")).isHidden();
        assertThat(page.locator("#part")).not().isFocused();
        page.navigate("/admin/requests");
        dan.press("[data-keys-open]");
        assertThat(page.locator("dialog#keys")).containsText("The shortcuts are off.");
        dan.press("dialog#keys .enrol-keys__switch button");
        page.waitForURL("**/admin/requests");
        page.keyboard().press("?");
        assertThat(page.locator("dialog#keys")).containsText("The shortcuts are on.");
    }

    @Test
    void inAFieldTheKeysOnlyWrite() {
        Page page = administrator("Eve Keys").page();
        page.navigate("/admin/requests");

        page.keyboard().press("/");
        assertThat(page.locator("#part")).isFocused();
        page.keyboard().type("g t?j/");

        assertThat(page.locator("#part")).hasValue("g t?j/");
        assertThat(page.locator("dialog#keys")).isHidden();
        assertThat(page).hasURL(Pattern.compile(".*/admin/requests$"));
    }

    @Test
    void keysAreFoundOnAnArabicKeyboardToo() {
        Page page = administrator("Fay Keys").page();

        strike(page, "\u0644", "KeyG", false);
        strike(page, "\u0642", "KeyR", false);
        page.waitForURL("**/admin/requests");
        strike(page, "\u061f", "Slash", true);

        assertThat(page.locator("dialog#keys")).isVisible();
    }

    @Test
    void withKeysSwitchedOffThePageForThemWorksWithoutScripts() {
        Person gus = personWithoutJavaScript();
        invited(gus, "Gus Keys");

        gus.press("[data-keys-open]");
        gus.press("main .enrol-keys__switch button");

        assertThat(gus.page().locator("main")).containsText("The shortcuts are off.");
    }

    private void find(Person person, String domain) {
        press(person, "g", "r");
        person.page().waitForURL("**/admin/requests");
        press(person, "/");
        person.page().keyboard().type(domain);
        person.page().keyboard().press("Enter");
        person.page().waitForURL("**part=" + domain + "**");
        open(person, ".enrol-table tbody a", domain);
    }

    private static void open(Person person, String row, String domain) {
        press(person, "j");
        assertThat(person.page().locator(row).first()).isFocused();
        person.page().keyboard().press("Enter");
        person.page().waitForURL("**/admin/request?id=*");
        assertThat(person.page().locator("h1")).containsText(domain);
    }

    private static void decide(Person person, String button, String action, String why) {
        press(person, "c");
        assertThat(person.page().locator("#comment")).isFocused();
        person.page().keyboard().type(why);
        person.press("#f input[value='" + button + "']");
        person.page().waitForURL("**done=" + action + "**");
    }

    private static void handOver(Person person, String to, String note) {
        Page page = person.page();
        for (int i = 0; i < 80 && !"assignee".equals(page.evaluate("document.activeElement.id")); i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().type(to);
        person.type("#note", note);
        person.press("#hand");
        assertThat(page.locator(".enrol-case__state")).containsText(to, new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
    }

    private static void press(Person person, String... keys) {
        type(person.page(), keys);
    }

    private static void type(Page page, String... keys) {
        List.of(keys).forEach(page.keyboard()::press);
    }

    /** As a keyboard of that language reports it. */
    private static void strike(Page page, String key, String code, boolean shift) {
        page.evaluate("([key, code, shiftKey]) => document.body.dispatchEvent(new KeyboardEvent('keydown', {key, code, shiftKey, bubbles: true}))",
                List.of(key, code, shift));
    }

    private String askForADomain() {
        return Scenes.askForADomain(person());
    }

    private Person administrator(String name) {
        return invited(person(Hand.KEYBOARD), name);
    }

    private static Person invited(Person person, String name) {
        Account account = Account.unknown();
        Circumstances.staffIsInvited(account.email(), "ADMINISTRATOR");
        ActivatePage.follow(person, account.letterbox().link()).answer(name, account.password()).createStaff();
        return person;
    }
}
