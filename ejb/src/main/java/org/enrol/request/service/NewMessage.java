package org.enrol.request.service;

import org.enrol.audit.model.Actor;

/**
 * Something to be said about a request.
 *
 * @param note      for staff alone
 * @param applicant whom it belongs to; null for all
 * @param form      the form it came with, so that sending it twice is one message
 */
public record NewMessage(long requestId, Actor author, boolean byStaff, boolean note, String applicant, String text, String form) {
}
