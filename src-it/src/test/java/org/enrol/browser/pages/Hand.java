package org.enrol.browser.pages;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;

/** How somebody operates a page. */
public enum Hand {

    /** With a pointer. */
    MOUSE {
        @Override
        void type(Locator field, String text) {
            field.fill(text);
        }

        @Override
        void press(Locator control) {
            control.click();
        }

        @Override
        void tick(Locator box) {
            box.check();
        }
    },

    /** Double clicks every link and button, as some people do. */
    IMPATIENT {
        @Override
        void type(Locator field, String text) {
            field.fill(text);
        }

        @Override
        void press(Locator control) {
            control.dblclick();
        }

        @Override
        void tick(Locator box) {
            box.check();
        }
    },

    /** With the keys Tab, Enter and Space, and those that type. */
    KEYBOARD {
        @Override
        void type(Locator field, String text) {
            Keyboard keys = reach(field);
            keys.press("Control+a");
            keys.press("Delete");
            keys.type(text);
        }

        @Override
        void press(Locator control) {
            reach(control).press(isLink(control) ? "Enter" : "Space");
        }

        @Override
        void tick(Locator box) {
            reach(box).press("Space");
        }
    };

    /** More than any page has of what can have the focus. */
    private static final int STOPS = 80;

    abstract void type(Locator field, String text);

    abstract void press(Locator control);

    abstract void tick(Locator box);

    private static boolean isLink(Locator control) {
        return "A".equals(control.evaluate("element => element.tagName"));
    }

    /** Goes on from where the focus is; fails if the element cannot be reached. */
    private static Keyboard reach(Locator element) {
        Keyboard keys = element.page().keyboard();
        for (int i = 0; i < STOPS; i++) {
            if (Boolean.TRUE.equals(element.evaluate("element => element === document.activeElement"))) {
                return keys;
            }
            keys.press("Tab");
        }
        throw new AssertionError("Tab does not reach " + element);
    }
}
