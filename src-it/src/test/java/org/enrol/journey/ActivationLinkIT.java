package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a link in a mail opens, and what it says when it opens nothing: status, heading and the way on. */
class ActivationLinkIT extends ClientTest {

    private static final Duration LIFETIME = Duration.ofHours(24);
    private static final Duration PAUSE = Duration.ofSeconds(31);
    /** For the request itself on a busy machine; the exact boundary is a unit test's. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    @Test
    void linkIsGoodUntilItsDayIsOver() {
        Buyer buyer = Buyer.withLink();
        Rows.letNewestLinkAge(buyer.email(), LIFETIME.minus(MARGIN));

        assertThat(buyer.activates(buyer.link()).leadsTo()).isEqualTo("/buyer");
    }

    @Test
    void linkOlderThanADayOffersANewOneWhichWorks() {
        Buyer buyer = Buyer.withLink();
        String old = buyer.link();
        Rows.letNewestLinkAge(buyer.email(), LIFETIME.plusSeconds(1));

        Page expired = buyer.visitor().open(old);
        assertThat(expired.status()).isEqualTo(410);
        assertThat(expired.heading()).isEqualTo("This link has expired");
        Rows.letCountersAge(PAUSE);
        Page sent = buyer.visitor().submitAndFollow(expired.form());

        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.heading()).isEqualTo("We have sent a new link");
        String renewed = Mails.link(Mails.newestOf(2, buyer.email()));
        assertThat(buyer.visitor().open(old).heading()).isEqualTo("There is a newer link");
        assertThat(buyer.activates(renewed).leadsTo()).isEqualTo("/buyer");
    }

    @Test
    void linkThatExpiresWhileThePageIsOpenOffersANewOneToo() {
        Buyer buyer = Buyer.withLink();
        Page open = buyer.visitor().open(buyer.link());
        Rows.letNewestLinkAge(buyer.email(), LIFETIME.plusSeconds(1));

        Page expired = buyer.visitor().submit(buyer.answers(open));

        assertThat(expired.status()).isEqualTo(410);
        assertThat(expired.heading()).isEqualTo("This link has expired");
        assertThat(expired.form().fields()).containsKey("sendAgain");
        assertThat(Rows.accounts(buyer.email())).isZero();
    }

    @Test
    void usedLinkLeadsToSigningIn() {
        Buyer buyer = Buyer.active();

        Page used = Visitor.fromNewNetwork().open(buyer.link());

        assertThat(used.status()).isEqualTo(410);
        assertThat(used.heading()).isEqualTo("This link has already been used");
        assertThat(used.body()).contains("href=\"/sign-in\"", "href=\"/forgotten-password\"");
        assertThat(used.hasForm()).isFalse();
    }

    @Test
    void samePagePostedTwiceSignsInAgainBecauseThePasswordProvesThePerson() {
        Buyer buyer = Buyer.withLink();
        Form answers = buyer.answers(buyer.visitor().open(buyer.link()));

        assertThat(buyer.visitor().submit(answers).leadsTo()).isEqualTo("/buyer");
        String first = buyer.session();
        Page again = Visitor.fromNewNetwork().submit(asIfFrom(Visitor.fromNewNetwork(), answers));

        assertThat(again.status()).as("a form of another visitor").isEqualTo(403);
        assertThat(Rows.accounts(buyer.email())).isEqualTo(1);
        Visitor back = buyer.visitor().withoutSession();
        assertThat(back.submit(answers).leadsTo()).isEqualTo("/buyer");
        assertThat(back.cookie("enrol-session")).isPresent().get().isNotEqualTo(first);
        assertThat(Rows.accounts(buyer.email())).isEqualTo(1);
    }

    @Test
    void doubleClickWithTheSessionAlreadyThereEndsInTheBuyerArea() {
        Buyer buyer = Buyer.withLink();
        Form answers = buyer.answers(buyer.visitor().open(buyer.link()));

        buyer.visitor().submit(answers);
        Page again = buyer.visitor().submit(answers);

        assertThat(again.leadsTo()).as("%s", again).isEqualTo("/buyer");
        assertThat(buyer.isSignedIn()).isTrue();
    }

    @Test
    void samePagePostedTwiceWithAnotherPasswordIsOnlyAUsedLink() {
        Buyer buyer = Buyer.withLink();
        Form answers = buyer.answers(buyer.visitor().open(buyer.link()));
        buyer.visitor().submit(answers);

        Page stranger = buyer.visitor().withoutSession().submit(answers.with("password", "somebody else entirely 9"));

        assertThat(stranger.status()).isEqualTo(410);
        assertThat(stranger.heading()).isEqualTo("This link has already been used");
        assertThat(stranger.header("Set-Cookie").orElse("")).doesNotContain("enrol-session");
    }

    @Test
    void linkChangedInAnyPlaceOpensNothing() {
        Buyer buyer = Buyer.withLink();
        String link = buyer.link();
        int start = link.indexOf('=') + 1;
        Visitor visitor = Visitor.fromNewNetwork();

        IntStream.range(start, link.length()).forEach(place -> {
            // Far enough away that the last character's unused bits are not all that changes.
            char other = link.charAt(place) == 'A' ? 'Q' : link.charAt(place) == 'Q' ? 'g' : 'A';
            Page page = visitor.open(link.substring(0, place) + other + link.substring(place + 1));
            assertThat(page.status()).as("changed at %d", place).isEqualTo(400);
        });
        assertThat(buyer.activates(link).leadsTo()).isEqualTo("/buyer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?token=", "?token=x", "?token=%20", "?token=%25%25", "?token=' or 1=1 --", "?token=%F0%9F%98%80",
            "?token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "?token=%3Cscript%3Ealert(1)%3C/script%3E"})
    void whatIsNoLinkIsAPageThatSaysSo(String query) {
        for (String path : new String[] {"/activate", "/reset-password"}) {
            Page page = Visitor.fromNewNetwork().open(path + query.replace(" ", "%20").replace("'", "%27"));

            assertThat(page.status()).as(path + query).isEqualTo(400);
            assertThat(page.heading()).isEqualTo("This link is not valid");
            assertThat(page.hasLayout()).isTrue();
            assertThat(page.body()).doesNotContain("<script>alert");
        }
    }

    @Test
    void linkSignedWithAnotherKeyOpensNothing() {
        Buyer buyer = Buyer.withLink();
        long number = Token.link(buyer.link().substring(buyer.link().indexOf('=') + 1));
        assertThat("/activate?token=" + Token.of(number, "ACTIVATION")).isEqualTo(buyer.link());

        Page forged = buyer.visitor().open("/activate?token=" + Token.of(number, "ACTIVATION", "another key of thirty-two letters"));

        assertThat(forged.status()).isEqualTo(400);
    }

    @Test
    void linkOfOnePurposeOpensNoDoorOfTheOther() {
        Buyer buyer = Buyer.withLink();
        String token = buyer.link().substring(buyer.link().indexOf('=') + 1);
        long number = Token.link(token);

        assertThat(buyer.visitor().open("/reset-password?token=" + token).status()).isEqualTo(400);
        assertThat(buyer.visitor().open("/activate?token=" + Token.of(number, "RESET")).status()).isEqualTo(400);
        assertThat(buyer.visitor().open("/reset-password?token=" + Token.of(number, "RESET")).status()).isEqualTo(400);
    }

    @Test
    void somebodyElseSignedInHereIsAskedToSignOutFirst() {
        Buyer resident = Buyer.active();
        Buyer guest = Buyer.withLink();
        Form answers = guest.answers(guest.visitor().open(guest.link()));

        Page refused = resident.visitor().open(guest.link());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.heading()).isEqualTo("You are signed in as someone else");
        assertThat(resident.visitor().submit(answers.with("_csrf", refused.formTo("/sign-out").value("_csrf"))).status()).isEqualTo(409);
        assertThat(Rows.accounts(guest.email())).isZero();

        resident.visitor().submit(refused.formTo("/sign-out"));
        assertThat(resident.visitor().open(guest.link()).status()).isEqualTo(200);
    }

    @Test
    void linkOfAMailboxThatHasAnAccountByNowLeadsToSigningIn() {
        Buyer buyer = Buyer.active();
        String another = "/activate?token=" + Token.of(anotherLinkOf(buyer), "ACTIVATION");

        Page exists = Visitor.fromNewNetwork().open(another);
        assertThat(exists.status()).isEqualTo(409);
        assertThat(exists.heading()).isEqualTo("Account already exists");
        assertThat(exists.body()).contains("href=\"/sign-in\"", "href=\"/forgotten-password\"");

        Rows.change("update account set status = 'DEACTIVATED' where id = ?", buyer.accountId());
        Page deactivated = Visitor.fromNewNetwork().open(another);
        assertThat(deactivated.status()).isEqualTo(409);
        assertThat(deactivated.heading()).isEqualTo("Your account has been deactivated");
        assertThat(deactivated.words()).contains("Contact support");
    }

    /** As if it had been made a moment before the account was. */
    private static long anotherLinkOf(Buyer buyer) {
        return Rows.count("""
                with made as (insert into registration (kind, role, email, canonical_email, language, visitor, submitted_at)
                  select kind, role, email, canonical_email, language, sha256(visitor), submitted_at from registration
                  where canonical_email = ? returning id, canonical_email)
                insert into link (purpose, subject, address, created_at, first_sent_at)
                  select 'ACTIVATION', id, canonical_email, now(), now() from made returning id""", buyer.email());
    }

    private static Form asIfFrom(Visitor visitor, Form form) {
        return form.with("_csrf", visitor.open("/buyer/create").form().value("_csrf"));
    }
}
