package org.enrol.container;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;

/** Whoever is signed in, and nothing more. */
@Stateless
@PermitAll
@RunAs("ACCOUNT")
public class AsAccount extends InRole {
}
