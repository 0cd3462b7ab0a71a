package org.enrol.request.model;

/** What somebody is to a request. One person can be several at once. */
public enum RequestRole {
    /** Who asked for it. */
    OWNER,
    /** Who has to agree before the platform looks at it: of the organisation or company concerned. */
    APPROVER,
    /** Any active administrator of the platform. */
    ADMINISTRATOR,
    /** The administrator who has taken it. */
    ASSIGNEE
}
