package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.enrol.launcher.Mail;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;

/** A buyer from the first answer to the buyers' area, page by page. */
class BuyerJourneyIT extends ClientTest {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    @Test
    void buyerGoesFromTheStartPageToTheBuyerArea() {
        Buyer buyer = Buyer.unknown();
        assertThat(buyer.visitor().open("/").body()).contains("href=\"/buyer/create\"");

        Page check = buyer.asksForAnAccount();
        assertThat(check.status()).isEqualTo(200);
        assertThat(check.heading()).isEqualTo("Activate your account");
        assertThat(check.words()).contains("We have sent an email to " + buyer.email());
        assertThat(Rows.accounts(buyer.email())).as("accounts before the mailbox is proved").isZero();

        Mail mail = Mails.only(buyer.email());
        assertThat(mail.subject()).isEqualTo("Activate your Enrol account");
        Page offered = buyer.visitor().open(Mails.link(mail));
        assertThat(offered.status()).isEqualTo(200);
        assertThat(offered.words()).contains("Account for " + buyer.email());

        Page activated = buyer.visitor().submit(buyer.answers(offered));
        assertThat(activated.status()).isEqualTo(302);
        Page home = buyer.visitor().follow(activated);
        assertThat(home.status()).isEqualTo(200);
        assertThat(home.heading()).isEqualTo("Welcome, Robin Heron");
        assertThat(home.words()).contains("Cabinet Office", buyer.email());
        assertThat(Rows.accounts(buyer.email())).isEqualTo(1);
    }

    @Test
    void organisationIsOfferedFromTheDomainAndWhatIsTypedIsKeptAsAClaim() {
        Buyer buyer = new Buyer(Visitor.fromNewNetwork(), "curator@riverside-museum.example", Buyer.PASSWORD);
        buyer.asksForAnAccount();
        Mails.only(buyer.email());

        Page offered = buyer.visitor().open(buyer.link());
        assertThat(offered.form().value("organisation")).isEqualTo("Riverside Museum Trust");
        buyer.visitor().submit(buyer.answers(offered).with("organisation", "The Museum by the River"));

        assertThat(buyer.visitor().open("/buyer").words()).contains("Riverside Museum Trust");
        assertThat(Rows.one("select claimed_name from membership where account_id = ?", buyer.accountId()))
                .isEqualTo("The Museum by the River");
    }

    @Test
    void answersThatAreMissingComeBackAllAtOnceAndNothingIsUsedUp() {
        Buyer buyer = Buyer.withLink();
        String link = buyer.link();

        Page refused = buyer.visitor().submit(buyer.answers(buyer.visitor().open(link))
                .with("name", "").with("organisation", " ").with("phone", "call me").with("password", "short").with("accepted", null));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("<title>Error: ");
        assertThat(refused.refusedFields()).containsExactly("name", "organisation", "phone", "password", "accepted");
        assertThat(refused.form().value("phone")).isEqualTo("call me");
        assertThat(refused.form().value("password")).isEmpty();
        assertThat(buyer.visitor().submit(buyer.answers(refused)).leadsTo()).isEqualTo("/buyer");
    }

    @Test
    void mailIsSentAgainAfterAPauseAndOnlyTheNewestLinkIsGood() {
        Buyer buyer = Buyer.withLink();
        String first = buyer.link();
        Rows.letCountersAge(PAUSE.plusSeconds(1));

        Page again = buyer.visitor().submitAndFollow(buyer.visitor().open("/buyer/check-email").form());

        assertThat(again.words()).contains("We are sending the email again");
        String second = Mails.link(Mails.newestOf(2, buyer.email()));
        assertThat(second).isNotEqualTo(first);
        Mails.awaitNothingOwed();
        Page superseded = buyer.visitor().open(first);
        assertThat(superseded.status()).isEqualTo(410);
        assertThat(superseded.heading()).isEqualTo("There is a newer link");
        assertThat(buyer.activates(second).leadsTo()).isEqualTo("/buyer");
    }

    @Test
    void sameAddressHandedInTwiceIsOneRegistration() {
        Buyer buyer = Buyer.unknown();
        Page create = buyer.visitor().open("/buyer/create");
        Form form = create.form().with("email", buyer.email());

        assertThat(buyer.visitor().submit(form).leadsTo()).isEqualTo("/buyer/check-email");
        assertThat(buyer.visitor().submit(form).leadsTo()).isEqualTo("/buyer/check-email");

        assertThat(Rows.count("select count(*) from registration where canonical_email = ?", buyer.email())).isEqualTo(1);
        Mails.awaitNothingOwed();
        Mails.only(buyer.email());
    }

    @Test
    void unknownDomainGetsAPageThatSaysWhatToDo() {
        Visitor visitor = Visitor.fromNewNetwork();

        Page refused = visitor.submit(visitor.open("/buyer/create").form().with("email", "jo@gov.uk.example.org"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.heading()).isEqualTo("You must use a public sector email address");
        assertThat(refused.words()).contains("gov.uk.example.org is not on our list", "contact support");
        assertThat(refused.form().value("email")).isEqualTo("jo@gov.uk.example.org");
        assertThat(visitor.submit(refused.form().with("email", Buyer.newAddress())).leadsTo()).isEqualTo("/buyer/check-email");
    }

    @Test
    void checkPageMayBeReloadedAndSaysNothingToOthers() {
        Buyer buyer = Buyer.unknown();
        buyer.asksForAnAccount();

        assertThat(buyer.visitor().open("/buyer/check-email").words()).contains(buyer.email());
        Page foreign = Visitor.fromNewNetwork().open("/buyer/check-email");
        assertThat(foreign.status()).isEqualTo(200);
        assertThat(foreign.words()).contains("to the address that you gave us").doesNotContain(buyer.email());
    }

    @Test
    void buyerReadsThePagesAndTheMailInTheChosenLanguage() {
        Buyer buyer = Buyer.unknown();
        buyer.visitor().open("/buyer/create?lang=cy");

        buyer.asksForAnAccount();

        Mail mail = Mails.only(buyer.email());
        assertThat(mail.subject()).isNotEqualTo("Activate your Enrol account");
        assertThat(mail.html()).contains("lang=\"cy\"");
    }
}
