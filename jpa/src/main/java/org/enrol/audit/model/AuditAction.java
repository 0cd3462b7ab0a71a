package org.enrol.audit.model;

/** The closed list of what the audit trail knows. A name that was ever written stays: the trail is kept for good. */
public enum AuditAction {
    // Registration, step by step
    REGISTRATION_SUBMITTED, REGISTRATION_MAIL_ASKED, REGISTRATION_PROVED, REGISTRATION_ACTIVATED, DUPLICATE_REGISTRATION,
    // Signing in and what guards it
    SIGNED_IN, SIGN_IN_FAILED, SIGN_IN_KEPT_OUT, SIGNED_OUT, SESSIONS_ENDED, ACCESS_REFUSED, FORM_REFUSED, THROTTLED,
    PASSWORD_RESET_ASKED, PASSWORD_RESET, PASSWORD_CHANGED, PROFILE_CHANGED,
    // Requests that people decide
    REQUEST_CHANGED, REQUEST_MESSAGE, DOMAIN_APPROVED,
    // Staff and what they see and take out
    STAFF_INVITED, PERSONAL_DATA_READ, PERSONAL_DATA_ERASED, AUDIT_EXPORTED, AUDIT_VERIFIED,
    // The service itself
    MAIL_REFUSED, DOMAINS_IMPORTED, CALENDAR_CHANGED
}
