package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;

/** Being signed in: how it begins, how it ends, and that it ends at once wherever it must. */
class SessionIT extends ClientTest {

    private static final String CHANGED = "another lantern 48 by the sea";

    @Test
    void everySignInGetsACookieOfItsOwnAndNoneThatSomebodyBroughtAlong() {
        Buyer buyer = Buyer.active();
        String planted = "A".repeat(43);
        Visitor fixed = Visitor.fromNewNetwork();
        fixed.bring("enrol-session", planted);

        buyer.signsIn(fixed, buyer.password());

        assertThat(fixed.cookie("enrol-session").orElseThrow()).hasSize(43).isNotEqualTo(planted).isNotEqualTo(buyer.session());
        assertThat(buyer.elsewhere().session()).isNotEqualTo(fixed.cookie("enrol-session").orElseThrow());
    }

    @Test
    void cookiesAreForTheWholeSiteAndNeitherForScriptsNorForForeignPosts() {
        Buyer buyer = Buyer.active();

        Page signedIn = buyer.signsIn(Visitor.fromNewNetwork(), buyer.password());
        Page first = Visitor.fromNewNetwork().open("/?lang=cy");

        assertThat(signedIn.headers().allValues("Set-Cookie")).singleElement().asString()
                .matches("enrol-session=[A-Za-z0-9_-]{43}; path=/; HttpOnly; SameSite=Lax");
        assertThat(first.headers().allValues("Set-Cookie")).hasSize(2)
                .anyMatch(cookie -> cookie.matches("enrol=[A-Za-z0-9_-]{32}; path=/; HttpOnly; SameSite=Lax"))
                .anyMatch(cookie -> cookie.matches("lang=cy; path=/; HttpOnly; Max-Age=31536000; .*SameSite=Lax"));
    }

    @Test
    void changedPasswordEndsAllOtherSessionsAtOnceAndIsToldByMail() {
        Buyer buyer = Buyer.active();
        Buyer elsewhere = buyer.elsewhere();

        Page changed = buyer.visitor().submit(buyer.visitor().open("/account/password").form()
                .with("current", buyer.password()).with("password", CHANGED));

        assertThat(changed.leadsTo()).as("%s", changed).isEqualTo("/account?saved=password");
        assertThat(buyer.isSignedIn()).isTrue();
        assertThat(elsewhere.isSignedIn()).isFalse();
        assertThat(buyer.signsIn(Visitor.fromNewNetwork(), buyer.password()).status()).isEqualTo(403);
        assertThat(buyer.signsIn(Visitor.fromNewNetwork(), CHANGED).leadsTo()).isEqualTo("/home");
        assertThat(Mails.newestOf(2, buyer.email()).text()).contains("password");
    }

    @Test
    void wrongCurrentPasswordChangesNothing() {
        Buyer buyer = Buyer.active();
        Buyer elsewhere = buyer.elsewhere();

        Page refused = buyer.visitor().submit(buyer.visitor().open("/account/password").form()
                .with("current", CHANGED).with("password", CHANGED));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.error("current")).isEqualTo("Enter your current password");
        assertThat(elsewhere.isSignedIn()).isTrue();
    }

    @Test
    void resetPasswordEndsEverySession() {
        Buyer buyer = Buyer.active();
        Buyer elsewhere = buyer.elsewhere();

        GuessingIT.reset(buyer);

        assertThat(buyer.isSignedIn()).isFalse();
        assertThat(elsewhere.isSignedIn()).isFalse();
    }

    @Test
    void othersAreSignedOutByTheButtonAndThisBrowserStays() {
        Buyer buyer = Buyer.active();
        Buyer elsewhere = buyer.elsewhere();

        buyer.visitor().submit(buyer.visitor().open("/account/browsers").form());

        assertThat(elsewhere.isSignedIn()).isFalse();
        assertThat(buyer.isSignedIn()).isTrue();
    }

    @Test
    void deactivatedPersonIsOutAtTheNextRequestAndForgetsTheCookie() {
        Buyer buyer = Buyer.active();
        Rows.change("update account set status = 'DEACTIVATED' where id = ?", buyer.accountId());

        Page out = buyer.visitor().open("/buyer");

        assertThat(out.leadsTo()).isEqualTo("/sign-in?next=%2Fbuyer&ended=true");
        assertThat(buyer.visitor().cookie("enrol-session")).isEmpty();
        assertThat(buyer.signsIn(Visitor.fromNewNetwork(), buyer.password()).status()).isEqualTo(403);
    }

    @Test
    void roleThatIsTakenAwayIsGoneAtTheNextRequest() {
        Buyer buyer = Buyer.active();
        Rows.change("delete from account_role where account_id = ?", buyer.accountId());

        assertThat(buyer.visitor().open("/buyer").status()).isEqualTo(403);
        assertThat(buyer.visitor().open("/account").status()).isEqualTo(200);
    }

    @Test
    void buyerIsSignedOutAfterAnHourOfSilenceAndStaffAfterHalfOfIt() {
        Buyer buyer = Buyer.active();
        age(buyer, "last_seen_at", 59);
        assertThat(buyer.isSignedIn()).isTrue();
        age(buyer, "last_seen_at", 61);
        assertThat(buyer.isSignedIn()).isFalse();

        Buyer staff = Buyer.active();
        Rows.change("update account_role set role = 'ADMINISTRATOR' where account_id = ?", staff.accountId());
        age(staff, "last_seen_at", 29);
        assertThat(staff.visitor().open("/admin").status()).isEqualTo(200);
        age(staff, "last_seen_at", 31);
        assertThat(staff.visitor().open("/admin").leadsTo()).startsWith("/sign-in");
    }

    @Test
    void nobodyStaysSignedInForMoreThanTwelveHours() {
        Buyer buyer = Buyer.active();
        age(buyer, "started_at", 12 * 60 - 1);
        assertThat(buyer.isSignedIn()).isTrue();
        age(buyer, "started_at", 12 * 60 + 1);
        assertThat(buyer.isSignedIn()).isFalse();
        assertThat(Rows.count("select count(*) from sign_in_session where account_id = ?", buyer.accountId())).isZero();
    }

    @Test
    void signingOutTakesAPostAndTheOldCookieOpensNothingAfterwards() {
        Buyer buyer = Buyer.active();
        String cookie = buyer.session();

        Page ask = buyer.visitor().open("/sign-out");
        assertThat(ask.status()).isEqualTo(200);
        assertThat(buyer.isSignedIn()).as("after a GET").isTrue();
        Page out = buyer.visitor().submit(ask.form());

        assertThat(out.leadsTo()).isEqualTo("/sign-out?done=true");
        assertThat(buyer.visitor().cookie("enrol-session")).isEmpty();
        Visitor thief = Visitor.fromNewNetwork();
        thief.bring("enrol-session", cookie);
        assertThat(thief.open("/buyer").leadsTo()).startsWith("/sign-in");
    }

    @Test
    void postAfterTheSessionHasEndedSaysWhatBecameOfTheAnswers() {
        Buyer buyer = Buyer.active();
        Form details = buyer.visitor().open("/account/details").form().with("name", "Robin Changed");
        age(buyer, "last_seen_at", 61);

        Page ended = buyer.visitor().submit(details);

        assertThat(ended.status()).isEqualTo(401);
        assertThat(ended.hasLayout()).isTrue();
        assertThat(ended.words()).contains("What you sent just now was not saved");
        assertThat(Rows.one("select name from account where id = ?", buyer.accountId())).isEqualTo("Robin Heron");
    }

    private static void age(Buyer buyer, String column, int minutes) {
        Rows.change("update sign_in_session set " + column + " = now() - make_interval(mins => ?) where account_id = ?", minutes,
                buyer.accountId());
    }
}
