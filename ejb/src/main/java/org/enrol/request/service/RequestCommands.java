package org.enrol.request.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.enrol.audit.service.CurrentActor;
import org.enrol.error.EnrolException;
import org.enrol.request.model.RequestAction;

/** What administrators do to requests; one transaction each. */
@Stateless
@RolesAllowed("ADMINISTRATOR")
public class RequestCommands {

    @Inject
    RequestActs acts;
    @Inject
    CurrentActor actor;

    /** Does one thing to a request. @throws EnrolException as {@link RequestActs#perform}; nothing has changed then */
    public void act(long requestId, long version, RequestAction action, String comment, long assignee) {
        acts.perform(requestId, version, action, comment, assignee, actor.get());
    }
}
