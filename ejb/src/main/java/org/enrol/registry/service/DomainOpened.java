package org.enrol.registry.service;

import java.util.Objects;
import org.enrol.audit.model.Actor;
import org.enrol.registry.model.DomainTerms;

/**
 * A domain has been let in. Observed in the transaction of the decision by whoever has people waiting.
 *
 * @param source what it was decided by, as {@code request:7}
 * @param by     who had the last word
 */
public record DomainOpened(DomainTerms terms, String source, Actor by) {

    public DomainOpened {
        Objects.requireNonNull(terms);
        Objects.requireNonNull(source);
        Objects.requireNonNull(by);
    }
}
