package org.enrol.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.enrol.browser.pages.ActivatePage;
import org.enrol.browser.pages.BuyerArea;
import org.enrol.browser.pages.CheckEmailPage;
import org.enrol.browser.pages.CreateBuyerPage;
import org.enrol.browser.pages.Hand;
import org.enrol.browser.pages.Person;
import org.enrol.browser.pages.StartPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A public-sector buyer registers (GovStack B2G-UC1, MP-01): from the start page over a real mail to the buyer area. */
class BuyerJourneyIT extends BrowserTest {

    private static final Duration NOTED = Duration.ofSeconds(5);
    private final Account jo = Account.unknown();

    @ParameterizedTest(name = "{0}, JavaScript {1}")
    @CsvSource({"MOUSE, true", "MOUSE, false", "KEYBOARD, true", "KEYBOARD, false", "IMPATIENT, true", "IMPATIENT, false"})
    void buyerGoesFromTheStartPageToTheBuyerArea(Hand hand, boolean javaScript) {
        Person person = javaScript ? person(hand) : personWithoutJavaScript(hand);

        CheckEmailPage check = StartPage.open(person).beBuyer().submit(jo.email());
        assertThat(check.text()).contains(jo.email());

        ActivatePage activate = ActivatePage.follow(person, jo.letterbox().link());
        assertThat(activate.text()).contains(jo.email());
        BuyerArea area = jo.answer(activate).phone("+44 808 157 0192").createBuyer();

        assertThat(area.heading()).contains(jo.name());
        assertThat(area.text()).contains(jo.email(), Account.ORGANISATION);
        assertThat(jo.letterbox().arrived()).isEqualTo(1);
        assertThat(scriptErrors()).isEmpty();
    }

    @Test
    void linkWorksInAnotherBrowserThanTheOneThatAsked() {
        CreateBuyerPage.open(person()).submit(jo.email());

        Person elsewhere = person();
        BuyerArea area = jo.answer(ActivatePage.follow(elsewhere, jo.letterbox().link())).createBuyer();

        assertThat(area.heading()).contains(jo.name());
    }

    @Test
    void organisationIsOfferedWhereTheDomainBelongsToOne() {
        String email = jo.email().replace("cabinet-office.gov.uk", "riverside-museum.example");
        Person person = person();
        CreateBuyerPage.open(person).submit(email);

        ActivatePage activate = ActivatePage.follow(person, new Letterbox(email).link());

        assertThat(activate.valueOf("#organisation")).isEqualTo("Riverside Museum Trust");
        assertThat(activate.answer(jo.name(), jo.password()).createBuyer().text()).contains("Riverside Museum Trust");
    }

    @Test
    void reloadingAndGoingBackRepeatNothing() {
        Person person = person();
        CheckEmailPage check = CreateBuyerPage.open(person).submit(jo.email());
        check.page().reload();
        check.page().goBack();
        assertThat(check.page()).hasURL("/buyer/create");
        check.page().goForward();
        assertThat(check.text()).contains(jo.email());

        jo.activate(person, jo.letterbox().link());
        check.page().goBack();
        assertThat(check.page().locator("#name")).hasCount(0);
        check.page().goForward();
        assertThat(check.page().locator("h1")).containsText(jo.name());
        assertThat(jo.letterbox().arrived()).isEqualTo(1);
    }

    @Test
    void anotherAddressCanBeUsedInstead() {
        Account other = Account.unknown();
        Person person = person();

        CheckEmailPage check = CreateBuyerPage.open(person).submit(jo.email()).useAnother().submit(other.email());

        assertThat(check.text()).contains(other.email()).doesNotContain(jo.email());
        other.activate(person, other.letterbox().link());
        assertThat(jo.letterbox().arrived()).isEqualTo(1);
    }

    @Test
    void mailIsSentAgainAndItsLinkReplacesTheFirst() {
        Person person = person();
        Letterbox letterbox = jo.letterbox();
        CheckEmailPage check = CreateBuyerPage.open(person).submit(jo.email());
        String first = letterbox.link();

        Circumstances.timePasses();
        assertThat(check.sendAgain().text()).contains(jo.email());

        String second = letterbox.link();
        assertThat(second).isNotEqualTo(first);
        // The mail is here a moment before the server has noted that it was accepted.
        Awaitility.await("older link void").pollInSameThread().atMost(NOTED)
                .untilAsserted(() -> assertThat(ActivatePage.follow(person, first).text()).contains("newer link"));
        jo.activate(person, second);
    }

    @Test
    void strangerLearnsNothingOfAnAccountAndItsOwnerGetsAMail() {
        Account owner = Account.buyer(person());
        Letterbox letterbox = owner.letterbox();
        letterbox.next();
        Circumstances.timePasses();

        CheckEmailPage known = CreateBuyerPage.open(person()).submit(owner.email());
        CheckEmailPage unknown = CreateBuyerPage.open(person()).submit(jo.email());

        assertThat(known.text().replace(owner.email(), "")).isEqualTo(unknown.text().replace(jo.email(), ""));
        assertThat(letterbox.next().subject()).contains("already have");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void unknownDomainHasAPageOfItsOwnThatTakesAnotherAddress(boolean javaScript) {
        Person person = javaScript ? person() : personWithoutJavaScript();

        CreateBuyerPage page = CreateBuyerPage.open(person).submitRefused("jo@bakery.example");

        assertThat(page.heading()).isEqualTo("You must use a public sector email address");
        assertThat(page.page().title()).startsWith("Error: ");
        assertThat(page.text()).contains("bakery.example");
        assertThat(page.valueOf("#email")).isEqualTo("jo@bakery.example");
        assertThat(page.submit(jo.email()).text()).contains(jo.email());
    }

    @Test
    void personalMailProviderIsRefusedAtTheField() {
        CreateBuyerPage page = CreateBuyerPage.open(person()).submitRefused("jo@gmail.com");

        assertThat(page.errors()).containsExactly("Enter your work email address. You cannot use a personal email address.");
        assertThat(page.valueOf("#email")).isEqualTo("jo@gmail.com");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void activationListsWhatIsMissingAndKeepsTheRest(boolean javaScript) {
        Person person = javaScript ? person() : personWithoutJavaScript();
        CreateBuyerPage.open(person).submit(jo.email());
        ActivatePage activate = ActivatePage.follow(person, jo.letterbox().link());
        person.type("#organisation", "");
        person.type("#phone", "call me");
        person.type("#password", "short");

        assertThat(activate.createRefused().errors()).containsExactly("Enter your name", "Enter the name of your organisation",
                "Enter a phone number, like 01632 960 001 or +44 808 157 0192", "Your password must have between 15 and 256 characters",
                "Accept the terms of use and the privacy notice to go on");
        assertThat(activate.valueOf("#phone")).isEqualTo("call me");
        assertThat(activate.valueOf("#password")).isEmpty();

        BuyerArea area = jo.answer(activate).phone("").createBuyer();
        assertThat(area.heading()).contains(jo.name());
    }
}
