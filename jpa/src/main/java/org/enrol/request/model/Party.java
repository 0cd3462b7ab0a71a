package org.enrol.request.model;

import java.util.Objects;
import java.util.Set;
import org.enrol.audit.model.Actor;

/**
 * Somebody who acts on a request.
 *
 * @param roles what they are to it; whether they are the assignee, the request knows itself
 */
public record Party(Actor actor, Set<RequestRole> roles) {

    public Party {
        Objects.requireNonNull(actor);
        roles = Set.copyOf(roles);
    }
}
