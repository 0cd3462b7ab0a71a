package org.enrol.link.model;

import java.time.Duration;

/** What a mailed link is for. A link of one purpose never opens the door of another. */
public enum Purpose {

    ACTIVATION(Duration.ofHours(24)), RESET(Duration.ofMinutes(30)),
    /** To see where a request stands, as often as one likes: never used up. */
    STATUS(Duration.ofDays(365));

    private final Duration lifetime;

    Purpose(Duration lifetime) {
        this.lifetime = lifetime;
    }

    /** How long a link is good after its first accepted sending, unless the operator configures another time. */
    public Duration lifetime() {
        return lifetime;
    }
}
