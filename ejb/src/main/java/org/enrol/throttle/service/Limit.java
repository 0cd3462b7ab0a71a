package org.enrol.throttle.service;

import java.time.Duration;

/**
 * How often something may happen.
 *
 * @param name   tells one counter from another
 * @param most   so many times…
 * @param window …from the first one on, until counting starts anew
 */
public record Limit(String name, int most, Duration window) {
}
