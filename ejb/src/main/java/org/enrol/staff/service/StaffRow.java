package org.enrol.staff.service;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

import org.enrol.account.model.Role;

/**
 * A member of staff in the list.
 *
 * @param roles      of staff only
 * @param active     false: suspended
 * @param lastSignIn null if never
 */
public record StaffRow(long id, String name, String email, List<Role> roles, boolean active, Instant lastSignIn) implements Serializable {
}
