package org.enrol.container;

/** Somebody whom the container knows by one role only. */
enum Caller { NOBODY, ACCOUNT, BUYER, SUPPLIER, RESEARCHER, ADMINISTRATOR, SUPPORT, AUDITOR, STAFF_MANAGER }
