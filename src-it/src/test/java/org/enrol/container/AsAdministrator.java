package org.enrol.container;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;

/** An administrator. */
@Stateless
@PermitAll
@RunAs("ADMINISTRATOR")
public class AsAdministrator extends InRole {
}
