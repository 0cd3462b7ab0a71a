package org.enrol.messaging.service;

/**
 * A mail as it would arrive.
 *
 * @param language   of the texts, as a BCP 47 tag
 * @param recipients how many get it in this language, each with their own name and link
 */
public record PreviewedMail(String language, String subject, String text, long recipients) {
}
