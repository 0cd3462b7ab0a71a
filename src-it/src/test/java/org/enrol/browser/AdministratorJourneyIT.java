package org.enrol.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.enrol.browser.pages.ActivatePage;
import org.enrol.browser.pages.BuyerArea;
import org.enrol.browser.pages.DomainsPage;
import org.enrol.browser.pages.Hand;
import org.enrol.browser.pages.Person;
import org.enrol.launcher.Mail;
import org.enrol.surroundings.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Those who run Enrol: from the invitation to the back office. */
class AdministratorJourneyIT extends BrowserTest {

    private final Account sam = Account.unknown();

    @Test
    void firstAdministratorIsInvitedByMailWhenTheServerStarts() {
        List<Mail> invitations = Surroundings.mail().messages("admin@enrol.example");

        assertThat(invitations).isNotEmpty();
        assertThat(invitations.get(invitations.size() - 1).text()).contains("/activate?token=");
    }

    @ParameterizedTest
    @EnumSource(names = {"MOUSE", "KEYBOARD"})
    void invitedAdministratorActivatesAndFindsADomain(Hand hand) {
        Person person = person(hand);
        Circumstances.manyDomainsAreApproved();
        Circumstances.staffIsInvited(sam.email(), "ADMINISTRATOR");

        ActivatePage.follow(person, sam.letterbox().link()).answer(sam.name(), sam.password()).createStaff();
        DomainsPage admin = DomainsPage.open(person);
        List<String> first = admin.domains();
        assertThat(first).hasSize(10);
        admin.turnOver();
        assertThat(admin.page().locator("#domains")).not().containsText(first.get(0));
        assertThat(admin.domains()).isNotEmpty().doesNotContainAnyElementsOf(first);

        assertThat(admin.find("museum").domains()).containsExactly("riverside-museum.example");
        assertThat(admin.find("nowhere").text()).contains("No domains match your search.");
        assertThat(scriptErrors()).isEmpty();
    }

    @Test
    void buyerIsNotLetIn() {
        Person person = person();
        Account.buyer(person);

        person.page().navigate("/admin");

        assertThat(person.page().locator("h1")).hasText("You cannot see this page");
        BuyerArea.open(person);
    }
}
