package org.enrol.messaging.port;

import java.util.Objects;

/**
 * One mail to one person. Nothing that ends up in a header may hold a line break or another control character: such a mail cannot be made.
 *
 * @param id       the same on every attempt, so that a mail that is sent twice can be told from two mails; letters, digits, dots and hyphens
 * @param to       address as its owner writes it, without a display name
 * @param text     the whole message as plain text
 * @param html     the same message as an HTML document
 * @param language of the texts, as a BCP 47 tag
 */
public record Mail(String id, String to, String subject, String text, String html, String language) {

    /** @throws IllegalArgumentException if a header value holds a control character; the value itself is not repeated */
    public Mail {
        requireOneLine("id", id);
        requireOneLine("recipient", to);
        requireOneLine("subject", subject);
        requireOneLine("language", language);
        Objects.requireNonNull(text);
        Objects.requireNonNull(html);
    }

    private static void requireOneLine(String part, String value) {
        if (value.isBlank() || value.codePoints().anyMatch(Mail::breaksLine)) {
            throw new IllegalArgumentException("The " + part + " of a mail must be one line of visible characters");
        }
    }

    private static boolean breaksLine(int c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }

    /** Hides the person: it may stand in a log. */
    @Override
    public String toString() {
        return "Mail " + id;
    }
}
