package org.enrol.buyer.service;

/**
 * What somebody at an unknown domain answers, as typed.
 *
 * @param job          what the person does there
 * @param evidenceLink may be empty
 * @param language     of the mails, as a BCP 47 tag
 */
public record AccessAnswers(String email, String name, String organisation, String job, String reason, String evidenceLink, String language) {
}
