package org.enrol.messaging.port;

import java.util.List;
import java.util.Map;

/**
 * Sends mails to people.
 *
 * <p>Source: design, section 8 (messaging); SMTP by RFC 5321, or a messaging service.
 * <p>Cost: one connection for a batch; 2 s at most to connect, 5 s for each answer, and no new mail is begun after 40 s. Never call it
 * inside a transaction.
 */
public interface Messaging {

    /**
     * Makes one attempt for each mail, in order. A mail that is refused does not stop the next one; safe to repeat, since the receiver
     * can tell a repeated mail by its id.
     *
     * @return what was not accepted, by the mail's id; empty if everything was. Whatever is missing here has been accepted by the mail
     *         server, which is less than having arrived
     */
    Map<String, Failure> send(List<Mail> mails);

    /**
     * Why a mail was not accepted.
     *
     * @param reason    one line for the operator, without personal data
     * @param permanent the mailbox itself was refused: trying again is of no use. Anything else, the service being down included, may
     *                  succeed later
     */
    record Failure(String reason, boolean permanent) {
    }
}
