package org.enrol.request.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long somebody waits after a rejection before asking for the same again. */
@ApplicationScoped
public class AskAgain {

    @Inject
    @ConfigProperty(name = "enrol.ask.again", defaultValue = "P30D")
    Duration pause;

    public Instant after(Instant rejected) {
        return rejected.plus(pause);
    }
}
