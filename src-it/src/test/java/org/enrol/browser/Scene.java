package org.enrol.browser;

import java.util.function.Consumer;
import org.enrol.browser.pages.Person;

/**
 * One page in one state.
 *
 * @param name  of its pictures
 * @param view  what the archive calls the page
 * @param who   is in front of it
 * @param reach leads there, the same way as often as it is asked to
 */
record Scene(String name, String view, Who who, Consumer<Person> reach) {

    enum Who { STRANGER, BUYER, ADMINISTRATOR }

    static Scene stranger(String name, String view, Consumer<Person> reach) {
        return new Scene(name, view, Who.STRANGER, reach);
    }

    static Scene buyer(String name, String view, Consumer<Person> reach) {
        return new Scene(name, view, Who.BUYER, reach);
    }

    static Scene administrator(String name, String view, Consumer<Person> reach) {
        return new Scene(name, view, Who.ADMINISTRATOR, reach);
    }

    /** Opens an address and, where ids are given, presses these one after the other. */
    static Consumer<Person> at(String address, String... pressed) {
        return person -> {
            person.page().navigate(address);
            for (String control : pressed) {
                person.page().waitForResponse(answer -> answer.request().isNavigationRequest(), () -> person.press(control));
                person.page().waitForLoadState();
            }
        };
    }
}
