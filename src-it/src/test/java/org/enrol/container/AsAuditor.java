package org.enrol.container;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;

/** An auditor. */
@Stateless
@PermitAll
@RunAs("AUDITOR")
public class AsAuditor extends InRole {
}
