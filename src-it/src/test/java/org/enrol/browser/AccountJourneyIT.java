package org.enrol.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.enrol.browser.pages.AccountPage;
import org.enrol.browser.pages.BuyerArea;
import org.enrol.browser.pages.Hand;
import org.enrol.browser.pages.PasswordPages;
import org.enrol.browser.pages.Person;
import org.enrol.browser.pages.SignInPage;
import org.enrol.browser.pages.StartPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everybody's account: signing in and out, a new password, the own details, the browsers that are signed in. */
class AccountJourneyIT extends BrowserTest {

    private static final String WRONG = "not the password of anybody";
    private static final String CHANGED = "seven lamps above the harbour";

    @ParameterizedTest(name = "{0}, JavaScript {1}")
    @CsvSource({"MOUSE, true", "MOUSE, false", "KEYBOARD, true", "IMPATIENT, true", "IMPATIENT, false"})
    void buyerSignsOutAndInAgainAfterAWrongPassword(Hand hand, boolean javaScript) {
        Person person = javaScript ? person(hand) : personWithoutJavaScript(hand);
        Account account = Account.buyer(person);

        BuyerArea.open(person).signOut();
        SignInPage signIn = StartPage.open(person).signIn().submitRefused(account.email(), WRONG);
        assertThat(signIn.errors()).containsExactly("Check your email address and password. If you have forgotten your password, reset it.");
        assertThat(signIn.valueOf("#email")).isEqualTo(account.email());
        assertThat(signIn.valueOf("#password")).isEmpty();
        signIn.submit(account.email(), account.password());

        assertThat(person.page()).hasURL("/buyer");
        assertThat(scriptErrors()).isEmpty();
    }

    @Test
    void protectedPageAsksToSignInAndComesBack() {
        Person person = person();
        Account account = Account.buyer(person);
        BuyerArea.open(person).signOut();

        SignInPage signIn = SignInPage.insteadOf(person, "/account/details");
        assertThat(signIn.text()).contains("Sign in to see this page.");
        signIn.submitRefused(account.email(), WRONG).submit(account.email(), account.password());

        assertThat(person.page()).hasURL("/account/details");
    }

    @Test
    void forgottenPasswordIsReplacedByTheLinkInTheMail() {
        Account account = Account.buyer(person());
        Letterbox letterbox = account.letterbox();
        letterbox.next();
        Person person = person();

        Circumstances.timePasses();
        new PasswordPages(person).forget(account.email());
        String link = letterbox.link();
        SignInPage signIn = new PasswordPages(person).reset(link, CHANGED);
        assertThat(signIn.text()).contains("Your password has been changed.");
        signIn.submitRefused(account.email(), account.password()).submit(account.email(), CHANGED);

        assertThat(person.page()).hasURL("/buyer");
        person.page().navigate(link);
        assertThat(person.page().locator("main")).containsText("already been used");
        assertThat(letterbox.next().subject()).contains("password");
    }

    @Test
    void changedPasswordEndsTheOtherBrowser() {
        Person here = person();
        Person there = person();
        Account account = Account.buyer(here);
        account.signIn(there);
        BuyerArea.open(there);

        AccountPage page = new PasswordPages(here).change(account.password(), CHANGED);

        assertThat(page.text()).contains("Your password has been changed.");
        SignInPage ended = SignInPage.insteadOf(there, "/buyer");
        assertThat(ended.text()).contains("Your session has ended.");
        ended.submit(account.email(), CHANGED);
        assertThat(there.page()).hasURL("/buyer");
    }

    @Test
    void detailsAreCorrected() {
        Person person = person(Hand.KEYBOARD);
        Account.buyer(person);

        AccountPage page = AccountPage.open(person).correct("Jo Meadows", "01632 960 001");

        assertThat(page.text()).contains("Your details have been saved.", "Jo Meadows", "01632 960 001");
        assertThat(BuyerArea.open(person).heading()).contains("Jo Meadows");
    }

    @Test
    void otherBrowsersAreListedAndSignedOut() {
        Person here = person();
        Person there = person();
        Account account = Account.buyer(here);
        account.signIn(there);

        AccountPage page = AccountPage.open(here);
        List<String> browsers = page.browsers();
        assertThat(browsers).hasSize(2).filteredOn(line -> line.contains("This browser")).hasSize(1);
        page.endOthers();

        assertThat(page.browsers()).hasSize(1);
        SignInPage.insteadOf(there, "/buyer");
        BuyerArea.open(here);
    }
}
