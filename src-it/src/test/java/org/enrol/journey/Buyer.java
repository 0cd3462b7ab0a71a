package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A buyer who does what the pages ask for.
 *
 * @param email as typed; canonical too, unless a test says otherwise
 */
record Buyer(Visitor visitor, String email, String password) {

    static final String PASSWORD = "heron lantern 47 gravel";
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    /** An address that nobody has used yet. */
    static String newAddress() {
        return "person" + PEOPLE.incrementAndGet() + "@cabinetoffice.gov.uk";
    }

    /** Somebody who has done nothing yet. */
    static Buyer unknown() {
        return new Buyer(Visitor.fromNewNetwork(), newAddress(), PASSWORD);
    }

    /** Somebody with the link at hand. */
    static Buyer withLink() {
        Buyer buyer = unknown();
        buyer.asksForAnAccount();
        Mails.only(buyer.email);
        return buyer;
    }

    /** Somebody who is signed in. */
    static Buyer active() {
        Buyer buyer = withLink();
        Page home = buyer.activates(buyer.link());
        assertThat(home.leadsTo()).as("%s", home).isEqualTo("/buyer");
        return buyer;
    }

    /** Hands in the address; the page after it. */
    Page asksForAnAccount() {
        Page create = visitor.open("/buyer/create");
        Page sent = visitor.submit(create.form().with("email", email));
        assertThat(sent.leadsTo()).as("%s", sent).isEqualTo("/buyer/check-email");
        return visitor.follow(sent);
    }

    /** Path of the newest link in the mailbox. */
    String link() {
        return Mails.link(Mails.to(email).get(0));
    }

    /** The answer to the filled-in page behind a link; redirects are not followed. */
    Page activates(String link) {
        return visitor.submit(answers(visitor.open(link)));
    }

    /** The page behind the link, filled in. */
    Form answers(Page page) {
        return page.form().with("name", "Robin Heron").with("organisation", "Cabinet Office").with("phone", "")
                .with("password", password).ticked("accepted");
    }

    /** @return the answer to the form; redirects are not followed */
    Page signsIn(Visitor browser, String with) {
        return browser.submit(browser.open("/sign-in").form().with("email", email).with("password", with));
    }

    /** Signs in from another browser of another network. */
    Buyer elsewhere() {
        Buyer same = new Buyer(Visitor.fromNewNetwork(), email, password);
        assertThat(same.signsIn(same.visitor, password).leadsTo()).isEqualTo("/home");
        return same;
    }

    String session() {
        return visitor.cookie("enrol-session").orElse("");
    }

    boolean isSignedIn() {
        return visitor.open("/buyer").status() == 200;
    }

    long accountId() {
        return Rows.count("select id from account where canonical_email = ?", email);
    }
}
