package org.enrol.request.service;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enrol.error.EnrolException;
import org.enrol.audit.model.Actor;
import org.enrol.error.ErrorCode;
import org.enrol.request.model.Outcome;
import org.enrol.request.model.RequestAction;
import org.enrol.request.model.RequestStatus;
import org.enrol.request.model.RequestType;

/**
 * A request as one member of staff sees it now.
 *
 * @param outcome   what came of it, as soon as that is clear: done is done, also before it is acknowledged; null before
 * @param mine      whether this person has it
 * @param possible  what this person may do now
 * @param obstacles what still stands against it, though the workflow allows it: the page says so before anybody tries
 * @param mayGiveBack whether this person may assign it to nobody, and so put it back into the queue
 * @param version   to be sent back with the action
 */
public record RequestView(long id, String reference, RequestType type, String title, String target, RequestStatus status, Outcome outcome,
                          String assignee, boolean mine, Instant createdAt, Instant dueAt, long version, Set<RequestAction> possible,
                          Map<RequestAction, ErrorCode> obstacles, boolean mayGiveBack, List<Line> history) {

    /** @throws EnrolException REQUEST_CHANGED_MEANWHILE if this is not what somebody was looking at */
    public void expect(long seenVersion) {
        if (version != seenVersion) {
            throw new EnrolException(ErrorCode.REQUEST_CHANGED_MEANWHILE);
        }
    }

    /** @param actor what the person is called; empty for the system and for people without account: their kind says who it was */
    public record Line(int number, Instant at, Actor.Kind kind, String actor, String action, RequestStatus from, RequestStatus to, String assignee, String comment) {
    }
}
