package org.enrol.load;

import java.net.http.HttpClient;

/**
 * Where people register: a server, and the mail server it sends to.
 *
 * @param url  the server's public address
 * @param http shared by all, as a reverse proxy in front of the server would be
 */
record Place(String url, HttpClient http, MailSink mail) {

    private static final int FIRST_NETWORK = 11;

    /** The browser of a person; each comes from another network, so that nobody is taken for a crowd. */
    Browser browser(long number) {
        return new Browser(http, url, "%d.%d.%d.7".formatted(FIRST_NETWORK + (number >> 16), number >> 8 & 255, number & 255));
    }
}
