package org.enrol.browser.pages;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.function.Predicate;

/** What all pages share. A page object is made when the browser has arrived; it fails where it does not arrive. */
public abstract class EnrolPage {

    static final String SUMMARY = ".govuk-error-summary";

    final Person person;

    EnrolPage(Person person, String path) {
        this.person = person;
        Predicate<String> there = url -> URI.create(url).getPath().equals(path);
        person.page().waitForURL(there);
    }

    static Person at(Person person, String address) {
        person.page().navigate(address);
        return person;
    }

    public final Page page() {
        return person.page();
    }

    public final String heading() {
        return page().locator("h1").innerText();
    }

    public final String text() {
        return page().locator("main").innerText();
    }

    /** The lines of the error summary; waits for one. */
    public final List<String> errors() {
        page().locator(SUMMARY).waitFor();
        return page().locator(SUMMARY + " li").allInnerTexts();
    }

    public final String valueOf(String field) {
        return page().locator(field).inputValue();
    }
}
