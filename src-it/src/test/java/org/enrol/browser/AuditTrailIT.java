package org.enrol.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.enrol.browser.pages.ActivatePage;
import org.enrol.browser.pages.AuditPage;
import org.enrol.browser.pages.Hand;
import org.enrol.browser.pages.Person;
import org.junit.jupiter.api.Test;

/** An auditor at work. */
class AuditTrailIT extends BrowserTest {

    private final Account sam = Account.unknown();

    @Test
    void auditorPagesFiltersAndChecksTheTrailByKeyboard() {
        Person auditor = auditor(person(Hand.KEYBOARD));
        fillMoreThanOnePage(auditor);
        AuditPage trail = AuditPage.open(auditor, "");

        List<String> first = trail.entries();
        assertThat(first).hasSize(25);
        trail.turnOver();
        assertThat(trail.page().locator("#trail")).not().containsText("No entries match.");
        assertThat(trail.filterByAction("REGISTRATION_ACTIVATED").text()).contains("Account activated");
        assertThat(trail.page().locator("#action")).hasValue("REGISTRATION_ACTIVATED");
        assertThat(trail.check()).contains("The trail is whole");
        assertThat(scriptErrors()).isEmpty();
    }

    @Test
    void theTrailHasNoAccessibilityViolation() {
        Page page = AuditPage.open(auditor(person()), "?personal=true").page();

        Accessibility.assertNoViolation(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Accessibility.assertNoViolation(page);
        page.navigate("/admin/audit?lang=ar");
        Accessibility.assertNoViolation(page);
    }

    @Test
    void administratorWhoErasesNobodyIsToldSoAtTheField() {
        Person administrator = staff(person(), "ADMINISTRATOR");
        Page page = AuditPage.open(administrator, "").page();
        assertThat(page.locator("#account-error")).hasCount(0);

        page.locator("#account").fill("account:999999999");
        administrator.press("#eraseAccount");

        assertThat(page.locator("#account-error")).containsText("There is no closed account with this number");
        assertThat(page.locator("#account")).hasValue("account:999999999");
        Accessibility.assertNoViolation(page);
    }

    /** Every export is an entry. */
    private static void fillMoreThanOnePage(Person auditor) {
        for (int i = 0; i < 30; i++) {
            assertThat(auditor.page().request().get("/admin/audit.csv?subject=nobody").ok()).isTrue();
        }
    }

    private Person auditor(Person person) {
        return staff(person, "AUDITOR");
    }

    private Person staff(Person person, String role) {
        Circumstances.staffIsInvited(sam.email(), role);
        ActivatePage.follow(person, sam.letterbox().link()).answer(sam.name(), sam.password()).createStaff();
        return person;
    }
}
