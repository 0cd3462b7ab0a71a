package org.enrol.browser.pages;

import com.microsoft.playwright.Page;

/**
 * Somebody in front of a browser.
 *
 * @param page the one tab that is open
 * @param hand how this person operates it
 */
public record Person(Page page, Hand hand) {

    public void type(String field, String text) {
        hand.type(page.locator(field), text);
    }

    public void press(String control) {
        hand.press(page.locator(control));
    }

    public void tick(String box) {
        hand.tick(page.locator(box));
    }
}
