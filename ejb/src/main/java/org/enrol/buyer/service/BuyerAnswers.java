package org.enrol.buyer.service;

/**
 * What a buyer answers behind the link, as typed.
 *
 * @param phone    may be empty
 * @param accepted whether terms and privacy notice were accepted
 * @param language in which they were read, as a BCP 47 tag
 */
public record BuyerAnswers(String name, String organisation, String phone, String password, boolean accepted, String language) {
}
