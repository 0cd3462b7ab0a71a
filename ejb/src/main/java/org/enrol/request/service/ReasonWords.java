package org.enrol.request.service;

/** A reason as an administrator writes it, in every language that applicants may have. */
public record ReasonWords(String english, String welsh, String french, String arabic) {
}
