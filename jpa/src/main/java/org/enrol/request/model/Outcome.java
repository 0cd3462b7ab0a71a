package org.enrol.request.model;

/** Why a request is closed: the status alone cannot tell. */
public enum Outcome { COMPLETED, REJECTED, WITHDRAWN, PREDECESSOR_FAILED, EXPIRED, SUPERSEDED }
