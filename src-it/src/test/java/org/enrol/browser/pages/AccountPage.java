package org.enrol.browser.pages;

import java.util.List;

/** {@code /account} and what lies below it, but for the password. */
public final class AccountPage extends EnrolPage {

    AccountPage(Person person) {
        super(person, "/account");
    }

    public static AccountPage open(Person person) {
        return new AccountPage(at(person, "/account"));
    }

    public AccountPage correct(String name, String phone) {
        person.press("a[href='/account/details#name']");
        person.page().waitForURL("**/account/details*");
        person.type("#name", name);
        person.type("#phone", phone);
        person.press("#submit");
        return new AccountPage(person);
    }

    /** One line for each browser that is signed in. */
    public List<String> browsers() {
        page().navigate("/account/browsers");
        return page().locator("main ul li").allInnerTexts();
    }

    /** On the page of the browsers. */
    public void endOthers() {
        person.press("#submit");
        page().waitForURL("**/account/browsers?ended=true");
    }
}
