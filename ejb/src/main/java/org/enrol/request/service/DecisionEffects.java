package org.enrol.request.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.enrol.audit.model.Actor;
import org.enrol.request.model.Request;
import org.enrol.request.model.RequestAction;
import org.enrol.request.model.RequestEvent;
import org.enrol.request.model.RequestStatus;
import org.enrol.request.port.Decided;

/** Lets the journeys do what a step of a request means to them, in its transaction. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class DecisionEffects {

    @Inject
    Journeys journeys;

    /** Completed, ended without being done, or returned; other steps have no effect. */
    public void have(RequestEvent event, Actor by) {
        Request request = event.request();
        Decided decided = new Decided(request.id(), request.type(), request.target(), by, event.commentForApplicant(), request.outcome());
        if (event.to() == RequestStatus.COMPLETE_AWAITING_ACKNOWLEDGEMENT) {
            journeys.of(request.type()).completed(decided);
        } else if (event.to() == RequestStatus.CLOSED && !request.isComplete()) {
            journeys.of(request.type()).closed(decided);
        } else if (event.to() == RequestStatus.RETURNED) {
            journeys.of(request.type()).returned(decided);
        }
    }

    /** Before anything is changed. */
    public void prepare(RequestAction action, Request request, Actor by) {
        journeys.of(request.type()).before(action, request, by);
    }
}
