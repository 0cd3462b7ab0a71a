package org.enrol.request.port;

/**
 * What staff told the applicants about a request.
 *
 * @param target    what the request is about
 * @param applicant the key of the one it is for; null for all
 */
public record Said(long requestId, String target, String applicant, String text) {
}
