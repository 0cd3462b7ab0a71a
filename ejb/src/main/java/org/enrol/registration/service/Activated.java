package org.enrol.registration.service;

import org.enrol.account.model.Role;

/**
 * A finished sign-up.
 *
 * @param session the cookie of the new session: whoever activates is signed in
 */
public record Activated(String session, Role role) {
}
