package org.enrol.request.service;

import java.time.Instant;

/**
 * Something that was said, as staff or an applicant read it.
 *
 * @param author    what the person is called; empty where it is not for the reader to know
 * @param note      for staff alone
 * @param recipient what the one applicant is called whom it is for; empty for all
 */
public record MessageView(Instant at, String author, boolean byStaff, boolean note, String recipient, String text) {
}
