package org.enrol.browser;

import java.util.concurrent.atomic.AtomicInteger;
import org.enrol.browser.pages.ActivatePage;
import org.enrol.browser.pages.CreateBuyerPage;
import org.enrol.browser.pages.Person;
import org.enrol.browser.pages.SignInPage;

/** A person's account, or what will become one. */
record Account(String email, String name, String password) {

    static final String ORGANISATION = "Cabinet Office";
    private static final String RUN = Long.toString(ProcessHandle.current().pid(), Character.MAX_RADIX);
    private static final AtomicInteger NEXT = new AtomicInteger();

    /** Somebody whom nobody knows yet, at an approved domain. */
    static Account unknown() {
        int number = NEXT.incrementAndGet();
        return new Account("jo." + RUN + "." + number + "@cabinet-office.gov.uk", "Jo Fields", "quiet river under " + number + " bridges");
    }

    /** Somebody at a domain that nobody has asked for yet. */
    static Account atUnknownDomain() {
        Account somebody = unknown();
        return new Account("jo@library-" + RUN + "-" + NEXT.get() + ".example", somebody.name(), somebody.password());
    }

    /** A buyer, signed in in the browser of the person who registers. */
    static Account buyer(Person person) {
        Account account = unknown();
        CreateBuyerPage.open(person).submit(account.email());
        account.activate(person, account.letterbox().link());
        return account;
    }

    void activate(Person person, String link) {
        answer(ActivatePage.follow(person, link)).createBuyer();
    }

    /** All that a buyer has to say; in the order of the page, for those who use the keyboard. */
    ActivatePage answer(ActivatePage page) {
        return page.organisation(ORGANISATION).answer(name, password);
    }

    void signIn(Person person) {
        SignInPage.open(person).submit(email, password);
        person.page().waitForURL(address -> !address.contains("/sign-in"));
    }

    Letterbox letterbox() {
        return new Letterbox(email);
    }

    Account withPassword(String changed) {
        return new Account(email, name, changed);
    }
}
