package org.enrol.container;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;

/** Whoever looks after staff accounts. */
@Stateless
@PermitAll
@RunAs("STAFF_MANAGER")
public class AsStaffManager extends InRole {
}
