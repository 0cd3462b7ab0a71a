package org.enrol.registry.service;

/**
 * On what ground a domain is let in.
 *
 * @param source      what was decided, as {@code request:7}
 * @param evidence    what convinced those who decided; empty where the source says all
 * @param approvedBy  the account that approved or proposed it
 * @param confirmedBy another account
 */
public record Approval(String source, String evidence, long approvedBy, long confirmedBy) {
}
