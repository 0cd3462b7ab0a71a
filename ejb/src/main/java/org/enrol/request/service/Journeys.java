package org.enrol.request.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.enrol.request.model.RequestType;
import org.enrol.request.port.CompletionEffect;

/** Finds the journey that a request belongs to. */
@ApplicationScoped
public class Journeys {

    @Inject
    @Any
    Instance<CompletionEffect> effects;

    public CompletionEffect of(RequestType type) {
        return effects.stream().filter(effect -> effect.type() == type).findFirst()
                .orElseThrow(() -> new IllegalStateException("No journey asks for " + type));
    }
}
