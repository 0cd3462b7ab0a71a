package org.enrol.registration.service;

import java.util.Optional;
import org.enrol.error.ErrorCode;

/**
 * What a person finds behind an activation link.
 *
 * @param open    the sign-up, if the link is good
 * @param problem why it is not, otherwise
 * @param address where the link was sent to, so that a new one can be offered; empty if it never was ours
 */
public record Arrival(Optional<OpenRegistration> open, Optional<ErrorCode> problem, String address) {

    static Arrival of(OpenRegistration open) {
        return new Arrival(Optional.of(open), Optional.empty(), open.email().typed());
    }

    static Arrival refused(ErrorCode problem, String address) {
        return new Arrival(Optional.empty(), Optional.of(problem), address);
    }
}
