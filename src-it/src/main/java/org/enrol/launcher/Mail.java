package org.enrol.launcher;

import java.time.Instant;

/**
 * A mail as it arrived, one for every recipient.
 *
 * @param id         unique in its mailbox, fit for an address
 * @param to         the recipient that the sender named to the mail server, not what the headers say
 * @param from       the header's sender, as text
 * @param text       the plain part; empty if there is none
 * @param html       the HTML part; empty if there is none
 * @param receivedAt when the mail server took it, to the millisecond
 * @param messageId  the header by which a mail program knows a repetition; empty if there is none
 */
public record Mail(String id, String to, String from, String subject, String text, String html, Instant receivedAt,
        String messageId) {

    boolean isTo(String address) {
        return to.equalsIgnoreCase(address.strip());
    }

    String toJson() {
        return "{" + String.join(",", field("id", id), field("to", to), field("from", from), field("subject", subject),
                field("text", text), field("html", html), field("receivedAt", receivedAt.toString())) + "}";
    }

    private static String field(String name, String value) {
        StringBuilder json = new StringBuilder("\"").append(name).append("\":\"");
        value.chars().forEach(c -> json.append(escaped((char) c)));
        return json.append('"').toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < ' ' || c == '\u2028' || c == '\u2029'
                    ? String.format("\\u%04x", (int) c) : String.valueOf(c);
        };
    }
}
