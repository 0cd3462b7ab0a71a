package org.enrol.link.service;

import org.enrol.audit.model.Actor;
import org.enrol.link.model.Purpose;

/**
 * A link that is good now.
 *
 * @param subject the registration or account it acts for
 * @param address canonical address of the mailbox it proves
 * @param actor   whoever reads that mailbox
 */
public record OpenLink(long id, Purpose purpose, long subject, String address, Actor actor) {
}
