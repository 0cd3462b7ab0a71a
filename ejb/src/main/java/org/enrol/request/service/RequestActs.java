package org.enrol.request.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Set;
import org.enrol.account.model.Role;
import org.enrol.account.service.Accounts;
import org.enrol.audit.model.Actor;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.request.model.Act;
import org.enrol.request.model.Party;
import org.enrol.request.model.Request;
import org.enrol.request.model.RequestAction;
import org.enrol.request.model.RequestRole;

/** One act of an administrator on one request: find, act, keep. The caller knows who it is, and that they are an administrator. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class RequestActs {

    private static final Logger LOGGER = System.getLogger(RequestActs.class.getName());

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Accounts accounts;
    @Inject
    RequestRecords records;
    @Inject
    DecisionEffects effects;

    /**
     * Does one thing to a request.
     *
     * @param version  the one the person was looking at; another one is refused, so that nobody decides on what they have not seen
     * @param comment  shown to the applicant where {@link RequestAction#tellsApplicant}; may be empty where none is asked
     * @param assignee who shall take it, for ASSIGN: an active administrator; 0 for nobody: whoever has it gives it back
     * @param by       who does it
     * @throws EnrolException what refuses it: REQUEST_NOT_FOUND, REQUEST_CHANGED_MEANWHILE, REQUEST_ACTION_NOT_NOW, …; nothing has changed then
     */
    public void perform(long requestId, long version, RequestAction action, String comment, long assignee, Actor by) {
        Request request = em.find(Request.class, requestId);
        if (request == null) {
            throw new EnrolException(ErrorCode.REQUEST_NOT_FOUND);
        }
        request.expect(version);
        checkAssignee(action, assignee);
        effects.prepare(action, request, by);
        Act act = new Act(action, new Party(by, Set.of(RequestRole.ADMINISTRATOR)), comment, assignee, clock.instant());
        records.keep(request, request.perform(act), by);
        LOGGER.log(Level.INFO, "Request {0}: {1}, now {2}", request.reference(), action, request.status());
    }

    private void checkAssignee(RequestAction action, long assignee) {
        boolean able = action != RequestAction.ASSIGN || assignee == 0
                || accounts.find(assignee).filter(account -> account.isActive() && account.has(Role.ADMINISTRATOR)).isPresent();
        if (!able) {
            throw new EnrolException(ErrorCode.REQUEST_ASSIGNEE_MISSING);
        }
    }
}
