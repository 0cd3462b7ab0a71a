package org.enrol.request.model;

/** What the system does to requests: no action of anybody, but an event of the same history. */
public enum SystemEvent {
    /** The request before it is complete: staff may begin. */
    RELEASE,
    /** What became of the request before it, or of another one that answers it, decides about it too. */
    CASCADE,
    /** The applicant had the ball for too long. */
    EXPIRE
}
