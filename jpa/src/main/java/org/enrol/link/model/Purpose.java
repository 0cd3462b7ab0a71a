package org.enrol.link.model;

import java.time.Duration;

/** What a mailed link is for. A link of one purpose never opens the door of another. */
public enum Purpose {

    ACTIVATION(Duration.ofHours(24)), RESET(Duration.ofMinutes(30));

    private final Duration lifetime;

    Purpose(Duration lifetime) {
        this.lifetime = lifetime;
    }

    /** How long a link is good after its first accepted sending, unless the operator configures another time. */
    public Duration lifetime() {
        return lifetime;
    }
}
