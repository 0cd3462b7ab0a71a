package org.enrol.container;

/** Somebody whom the container knows by one role only. */
enum Caller { NOBODY, ACCOUNT, BUYER, ADMINISTRATOR, SUPPORT, AUDITOR, STAFF_MANAGER }
