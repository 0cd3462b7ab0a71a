package org.enrol.browser.pages;

import java.util.List;

/** {@code /admin/domains}: the approved domains. */
public final class DomainsPage extends EnrolPage {

    private DomainsPage(Person person) {
        super(person, "/admin/domains");
    }

    public static DomainsPage open(Person person) {
        return new DomainsPage(at(person, "/admin/domains"));
    }

    public DomainsPage find(String part) {
        person.type("#part", part);
        person.press("form[role=search] button");
        page().waitForURL("**/admin/domains?part=" + part);
        return new DomainsPage(person);
    }

    public List<String> domains() {
        return page().locator("#domains tbody tr td:first-child").allInnerTexts();
    }

    /** The next page of the table, fetched without loading the page anew. */
    public void turnOver() {
        page().waitForResponse("**/admin/domains", () -> person.press(".ui-paginator-next"));
    }
}
