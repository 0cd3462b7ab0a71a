package org.enrol.outbox.port;

/**
 * A message that is due.
 *
 * @param id      the same on every attempt; pass it on as the idempotency key
 * @param request the id of the request that caused it, for the logs
 */
public record Owed(long id, String payload, String request) {
}
