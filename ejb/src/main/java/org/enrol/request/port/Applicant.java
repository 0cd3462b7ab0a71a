package org.enrol.request.port;

/**
 * Somebody who asks.
 *
 * @param key      the name by which messages and files belong to this person; only the journey understands it
 * @param name     as the person gave it
 * @param language of mails, as a BCP 47 tag
 * @param waiting  false for somebody who has given up: they are written to no more
 */
public record Applicant(String key, String name, String language, boolean waiting) {
}
