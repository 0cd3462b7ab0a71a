package org.enrol.container;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;

/** A buyer. */
@Stateless
@PermitAll
@RunAs("BUYER")
public class AsBuyer extends InRole {
}
