package org.enrol.account.model;

import java.time.Duration;

/**
 * What an account may do. The names are the container's role names.
 *
 * <p>Source: design, section 4.
 */
public enum Role {

    BUYER(false), SUPPLIER(false), RESEARCHER(false),
    ADMINISTRATOR(true), SUPPORT(true), AUDITOR(true), STAFF_MANAGER(true);

    /** Held by everybody who is signed in, beside the roles above; never stored. */
    public static final String ACCOUNT = "ACCOUNT";

    private static final Duration STAFF_IDLE = Duration.ofMinutes(30);
    private static final Duration IDLE = Duration.ofMinutes(60);

    private final boolean staff;

    Role(boolean staff) {
        this.staff = staff;
    }

    public boolean isStaff() {
        return staff;
    }

    /** How long a browser may stay silent before it has to sign in again. */
    public Duration idle() {
        return staff ? STAFF_IDLE : IDLE;
    }
}
