package org.enrol.error;

import java.util.Locale;

/**
 * Every refusal Enrol can give, in one place. The code is what people quote, the slug names the page
 * {@code /problems/<slug>} and, as {@code error.<slug>}, the text in the bundles.
 *
 * <p>Source: the exceptions of GovStack's use case B2G-UC1 (MP-01, MP-02).
 */
public enum ErrorCode {

    BUYER_ALREADY_REGISTERED("REG-BUY-001", Kind.CONFLICT),
    EMAIL_REGISTERED_WITH_SUPPLIER("REG-BUY-002", Kind.CONFLICT),
    ACCOUNT_DEACTIVATED("REG-BUY-003", Kind.CONFLICT),
    BUYER_DOMAIN_NOT_APPROVED("REG-BUY-010", Kind.INVALID),
    PERSONAL_EMAIL_NOT_ALLOWED("REG-BUY-011", Kind.INVALID),
    DOMAIN_ALREADY_APPROVED("REG-BUY-013", Kind.CONFLICT),

    REGISTRY_UNAVAILABLE("REG-EXT-003", Kind.UNAVAILABLE),

    LINK_INVALID("REG-LNK-001", Kind.MALFORMED),
    LINK_EXPIRED("REG-LNK-002", Kind.GONE),
    LINK_USED("REG-LNK-003", Kind.GONE),
    LINK_SUPERSEDED("REG-LNK-004", Kind.GONE),
    LINK_OTHER_SESSION("REG-LNK-005", Kind.CONFLICT),

    INVALID_CREDENTIALS("REG-AUT-001", Kind.FORBIDDEN),
    SESSION_EXPIRED("REG-AUT-002", Kind.UNAUTHENTICATED),
    ROLE_REQUIRED("REG-AUT-003", Kind.FORBIDDEN),
    COOKIES_REQUIRED("REG-AUT-004", Kind.MALFORMED),
    TOO_MANY_REQUESTS("REG-AUT-429", Kind.TOO_MANY),

    EMAIL_REQUIRED("REG-VAL-101", Kind.INVALID),
    EMAIL_FORMAT("REG-VAL-102", Kind.INVALID),
    NAME_REQUIRED("REG-VAL-103", Kind.INVALID),
    NAME_LENGTH("REG-VAL-104", Kind.INVALID),
    ORGANISATION_REQUIRED("REG-VAL-105", Kind.INVALID),
    ORGANISATION_LENGTH("REG-VAL-106", Kind.INVALID),
    PHONE_FORMAT("REG-VAL-107", Kind.INVALID),
    PASSWORD_REQUIRED("REG-VAL-108", Kind.INVALID),
    PASSWORD_LENGTH("REG-VAL-109", Kind.INVALID),
    PASSWORD_COMMON("REG-VAL-110", Kind.INVALID),
    CURRENT_PASSWORD_WRONG("REG-VAL-111", Kind.INVALID),
    NOTICES_NOT_ACCEPTED("REG-VAL-112", Kind.INVALID),
    TEXT_CHARACTERS("REG-VAL-113", Kind.INVALID),
    JOB_REQUIRED("REG-VAL-114", Kind.INVALID),
    JOB_LENGTH("REG-VAL-115", Kind.INVALID),
    REASON_REQUIRED("REG-VAL-116", Kind.INVALID),
    REASON_LENGTH("REG-VAL-117", Kind.INVALID),
    EVIDENCE_LINK_FORMAT("REG-VAL-118", Kind.INVALID),
    MESSAGE_REQUIRED("REG-VAL-119", Kind.INVALID),
    MESSAGE_LENGTH("REG-VAL-120", Kind.INVALID),

    REQUEST_NOT_FOUND("REG-REQ-001", Kind.NOT_FOUND),
    REQUEST_ACTION_NOT_NOW("REG-REQ-002", Kind.CONFLICT),
    REQUEST_CHANGED_MEANWHILE("REG-REQ-003", Kind.CONFLICT),
    REQUEST_COMMENT_MISSING("REG-REQ-004", Kind.INVALID),
    REQUEST_ASSIGNEE_MISSING("REG-REQ-005", Kind.INVALID),
    REQUEST_OWN("REG-REQ-006", Kind.FORBIDDEN),
    REQUEST_NEEDS_SECOND_PERSON("REG-REQ-007", Kind.CONFLICT),
    REQUEST_HELD("REG-REQ-008", Kind.CONFLICT),
    REQUEST_ASKED_AGAIN("REG-REQ-009", Kind.CONFLICT),

    CALENDAR_DAY("REG-CAL-001", Kind.INVALID),
    CALENDAR_NAME("REG-CAL-002", Kind.INVALID),
    CALENDAR_DAY_OFF("REG-CAL-003", Kind.CONFLICT),
    CALENDAR_DAY_WORKED("REG-CAL-004", Kind.CONFLICT),
    REQUEST_APPLICANT_UNKNOWN("REG-REQ-020", Kind.INVALID),
    REQUEST_OVER("REG-REQ-021", Kind.CONFLICT),

    STAFF_EMAIL_IN_USE("REG-ADM-006", Kind.CONFLICT),
    ACCOUNT_NOT_CLOSED("REG-ADM-030", Kind.CONFLICT),

    SERVICE_BUSY("REG-SYS-003", Kind.UNAVAILABLE),
    INTERNAL_ERROR("REG-SYS-500", Kind.FAULT);

    /** What the caller can do about it; pages and API map this, and only this, to their own vocabulary. */
    public enum Kind { MALFORMED, INVALID, UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT, GONE, TOO_MANY, UNAVAILABLE, FAULT }

    private final String code;
    private final Kind kind;

    ErrorCode(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    /** What a person quotes to support, as {@code REG-BUY-010}. */
    public String code() {
        return code;
    }

    public Kind kind() {
        return kind;
    }

    /** The stable name in addresses and bundles, as {@code buyer-domain-not-approved}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
