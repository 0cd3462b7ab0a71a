package org.enrol.browser.pages;

/** {@code /admin}: where the back office begins. */
public final class AdminPage extends EnrolPage {

    AdminPage(Person person) {
        super(person, "/admin");
    }
}
