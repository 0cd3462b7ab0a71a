package org.enrol.audit.service;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What this method hands to staff need not be in the audit trail. Everything else that a service hands to staff has to be: the method calls
 * {@link StaffReads#note}. A test looks at every method.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface NothingPersonal {

    /** Why not. */
    String value();
}
