package org.enrol.staff.service;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

import org.enrol.account.model.Role;

/**
 * One member of staff as a staff manager sees them.
 *
 * @param suspendedAt null if active
 * @param reason      why suspended; empty if active
 * @param given       the roles of staff that they have
 * @param open        the roles that they could get, and nobody has asked for yet
 * @param self        whether it is who looks: nobody changes their own account here
 * @param held        open requests that are assigned to them, by reference, oldest change first
 */
public record StaffMember(long id, String name, String email, Instant suspendedAt, String reason, Instant lastSignIn, List<Role> given,
                          List<Role> open, boolean self, List<Held> held) implements Serializable {

    /** Somebody has to take it over if its holder cannot. */
    public record Held(long id, String reference) implements Serializable {
    }
}
