package org.enrol.container;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;

/** A supplier. */
@Stateless
@PermitAll
@RunAs("SUPPLIER")
public class AsSupplier extends InRole {
}
