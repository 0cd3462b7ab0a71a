package org.enrol.browser.pages;

import java.util.List;

/** {@code /admin}: the approved domains. */
public final class AdminPage extends EnrolPage {

    AdminPage(Person person) {
        super(person, "/admin");
    }

    public static AdminPage open(Person person) {
        return new AdminPage(at(person, "/admin"));
    }

    public AdminPage find(String part) {
        person.type("#part", part);
        person.press("form[role=search] button");
        page().waitForURL("**/admin?part=" + part);
        return new AdminPage(person);
    }

    public List<String> domains() {
        return page().locator("#domains tbody tr td:first-child").allInnerTexts();
    }

    /** The next page of the table, fetched without loading the page anew. */
    public void turnOver() {
        page().waitForResponse("**/admin", () -> person.press(".ui-paginator-next"));
    }
}
