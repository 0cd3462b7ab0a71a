package org.enrol.request.service;

import java.time.Instant;
import java.util.Set;
import org.enrol.request.model.RequestAction;
import org.enrol.request.model.RequestEvent;

/**
 * A step that applicants are told of.
 *
 * @param action what was done, by the name of the {@link RequestAction}
 * @param reason as staff wrote it to them; empty where they gave none
 */
public record Told(Instant at, String action, String reason) {

    /** What happens between other steps is the staff's own matter. */
    static final Set<String> ACTIONS = Set.of(RequestAction.RETURN_TO_AUTHOR.name(), RequestAction.REOPEN.name(), RequestAction.COMPLETE.name(),
            RequestAction.REJECT.name(), RequestAction.CLOSE.name());
    private static final Set<String> EXPLAINED = Set.of(RequestAction.RETURN_TO_AUTHOR.name(), RequestAction.REJECT.name(),
            RequestAction.CLOSE.name());

    static Told of(RequestEvent event) {
        return new Told(event.at(), event.action(), EXPLAINED.contains(event.action()) ? event.comment() : "");
    }
}
