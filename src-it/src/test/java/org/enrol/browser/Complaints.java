package org.enrol.browser;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.util.List;
import org.enrol.surroundings.Surroundings;

/** What a browser has to complain about: scripts that fail, what the content security policy blocks, requests to other hosts. */
final class Complaints {

    /** The browser's notice of an error page, which is what the page is meant to be. */
    private static final String STATUS_NOTICE = "Failed to load resource: the server responded with a status of 4";
    private static final String STATUS_NOTICE_5 = "Failed to load resource: the server responded with a status of 5";

    private Complaints() {
    }

    static void collect(Page page, List<String> complaints) {
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onConsoleMessage(message -> {
            if (isComplaint(message)) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.context().onRequest(request -> {
            if (!request.url().startsWith(Surroundings.url() + "/") && !request.url().startsWith("data:")) {
                complaints.add(page.url() + " asks " + request.url());
            }
        });
    }

    private static boolean isComplaint(ConsoleMessage message) {
        boolean serious = message.type().equals("error") || message.type().equals("warning");
        return serious && !message.text().startsWith(STATUS_NOTICE) && !message.text().startsWith(STATUS_NOTICE_5);
    }
}
