package org.enrol.browser.pages;

/** {@code /buyer}: for buyers only. */
public final class BuyerArea extends EnrolPage {

    BuyerArea(Person person) {
        super(person, "/buyer");
    }

    public static BuyerArea open(Person person) {
        return new BuyerArea(at(person, "/buyer"));
    }

    /** By the button in the header, which every page has. */
    public void signOut() {
        person.press(".enrol-header__out button");
        page().waitForURL("**/sign-out?done=true");
    }
}
