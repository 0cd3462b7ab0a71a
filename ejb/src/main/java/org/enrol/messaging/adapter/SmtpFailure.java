package org.enrol.messaging.adapter;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.enrol.messaging.port.Messaging.Failure;

/**
 * What a mail server's refusal means for us. Only the reply's numbers are repeated: its text often names the mailbox.
 *
 * <p>Source: RFC 5321 section 4.2 (reply codes), RFC 3463 (enhanced codes), RFC 7504 (521 and 556).
 */
final class SmtpFailure {

    private static final Pattern REPLY = Pattern.compile("^(\\d{3})(?:[ -](\\d\\.\\d{1,3}\\.\\d{1,3})\\b)?");
    /** Replies that are about the mailbox or its domain. Others, as 554, may as well be about us, our network or our settings. */
    private static final Set<String> ABOUT_THE_MAILBOX = Set.of("521", "550", "551", "553", "556");
    /** Security and policy, as "relaying denied": our operator can cure it, so the mail must not be lost. */
    private static final String POLICY = "5.7.";

    private SmtpFailure() {
    }

    /** Nothing could be sent at all; the texts of this stage name hosts and certificates, never a recipient. */
    static Failure unreachable(MessagingException e) {
        List<String> causes = new ArrayList<>();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            causes.add(cause.getClass().getSimpleName() + ": " + cause.getMessage());
        }
        return new Failure(String.join(" < ", causes).replaceAll("\\s+", " ").strip(), false);
    }

    /** One mail was not accepted. */
    static Failure of(MessagingException e) {
        Matcher reply = reply(e);
        if (reply == null) {
            return new Failure(e.getNextException() == null ? "no answer" : "no answer: " + e.getNextException().getClass().getSimpleName(), false);
        }
        String enhanced = reply.group(2) == null ? "" : reply.group(2);
        boolean permanent = isAboutRecipient(e) && ABOUT_THE_MAILBOX.contains(reply.group(1)) && !enhanced.startsWith(POLICY);
        return new Failure(("SMTP " + reply.group(1) + " " + enhanced).strip(), permanent);
    }

    private static boolean isAboutRecipient(MessagingException e) {
        return e instanceof SendFailedException refused && refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0;
    }

    /** The first reply of the server in the chain of exceptions; null if there is none. */
    private static Matcher reply(MessagingException e) {
        for (Exception next = e; next != null; next = next instanceof MessagingException m ? m.getNextException() : null) {
            Matcher reply = REPLY.matcher(next.getMessage() == null ? "" : next.getMessage());
            if (reply.find()) {
                return reply;
            }
        }
        return null;
    }
}
