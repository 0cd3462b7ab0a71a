package org.enrol.container;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;

/** A researcher. */
@Stateless
@PermitAll
@RunAs("RESEARCHER")
public class AsResearcher extends InRole {
}
