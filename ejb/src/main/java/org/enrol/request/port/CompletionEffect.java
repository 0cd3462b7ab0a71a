package org.enrol.request.port;

import java.util.List;
import org.enrol.audit.model.Actor;
import org.enrol.request.model.Request;
import org.enrol.request.model.RequestAction;
import org.enrol.request.model.RequestType;

/** What a decision about a type of request does. Implemented by the journeys, so that the engine knows none of them; called in the transaction of the decision. */
public interface CompletionEffect {

    /** The type it belongs to; exactly one effect has it. */
    RequestType type();

    /** Who asks, or did until they gave up; the first one first. */
    List<Applicant> applicants(long requestId);

    /** Before anything is changed: the time to take locks, since everybody has to take them in one order. Whether it will be allowed is still open. */
    default void before(RequestAction action, Request request, Actor by) {
    }

    /** The request is complete: do what it asked for. A refusal thrown here undoes the decision. */
    void completed(Decided decision);

    /** The request ended without being done. */
    void closed(Decided decision);

    /** The applicant has to answer before it goes on. */
    void returned(Decided decision);

    /** Staff have written to applicants: let them know. */
    void said(Said said);
}
