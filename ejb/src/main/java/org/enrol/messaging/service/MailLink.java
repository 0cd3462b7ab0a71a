package org.enrol.messaging.service;

import java.time.Duration;

/** What makes the button of a mail a proof of the mailbox: the secret in its address, and how long it is good from now on. */
record MailLink(String token, Duration lifetime) {

    static final MailLink NONE = new MailLink("", Duration.ZERO);

    boolean isSecret() {
        return !token.isEmpty();
    }
}
