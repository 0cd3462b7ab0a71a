package org.enrol.browser.pages;

import java.util.List;

/** {@code /admin/audit}: the audit trail. */
public final class AuditPage extends EnrolPage {

    private AuditPage(Person person) {
        super(person, "/admin/audit");
    }

    /** @param query of the address, with its question mark; empty for none */
    public static AuditPage open(Person person, String query) {
        return new AuditPage(at(person, "/admin/audit" + query));
    }

    /** Numbers of the entries on this page of the table. */
    public List<String> entries() {
        return page().locator("#trail tbody tr td:nth-child(6)").allInnerTexts();
    }

    /** The next page of the table, fetched without loading the page anew. */
    public void turnOver() {
        page().waitForResponse("**/admin/audit", () -> person.press("#trail .ui-paginator-next"));
    }

    public AuditPage filterByAction(String action) {
        page().locator("#action").selectOption(action);
        person.press("form[role=search] button");
        page().waitForURL("**/admin/audit?action=" + action + "**");
        return new AuditPage(person);
    }

    /** What the check says once it has ended; the page fetches it by itself. */
    public String check() {
        person.press("#verify");
        page().locator("#checked .govuk-inset-text").waitFor();
        return page().locator("#checked").innerText();
    }
}
