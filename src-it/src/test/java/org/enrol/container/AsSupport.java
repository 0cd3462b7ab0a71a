package org.enrol.container;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;

/** Somebody of the support team. */
@Stateless
@PermitAll
@RunAs("SUPPORT")
public class AsSupport extends InRole {
}
