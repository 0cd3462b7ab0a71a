package org.enrol.request.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.enrol.audit.service.NothingPersonal;
import org.enrol.error.EnrolException;
import org.enrol.messaging.service.MailPreview;
import org.enrol.messaging.service.PreviewedMail;
import org.enrol.request.model.RequestAction;

/**
 * Shows which mails a decision would send, by making the decision and undoing it: the transaction is rolled back. So the preview cannot
 * say anything else than what is sent, whatever the journey does, and what would be refused is refused here too.
 */
@Stateless
@RolesAllowed("ADMINISTRATOR")
public class Rehearsal {

    private static final Logger LOGGER = System.getLogger(Rehearsal.class.getName());

    @Resource
    SessionContext context;
    @Inject
    RequestCommands commands;
    @Inject
    MailPreview preview;

    /** @throws EnrolException as {@link RequestCommands#act} */
    @NothingPersonal("stands on the page of the request, whose reading is written down")
    public List<PreviewedMail> mails(long requestId, long version, RequestAction action, String comment) {
        commands.act(requestId, version, action, comment, 0);
        List<PreviewedMail> mails = preview.ordered();
        context.setRollbackOnly();
        LOGGER.log(Level.INFO, "Only a preview: request number {0} stays as it was", requestId);
        return mails;
    }
}
