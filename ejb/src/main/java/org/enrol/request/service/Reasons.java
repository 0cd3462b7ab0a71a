package org.enrol.request.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.enrol.audit.service.NothingPersonal;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;
import org.enrol.request.model.CannedReason;
import org.enrol.request.model.Request;
import org.enrol.request.model.RequestAction;
import org.enrol.request.port.Applicant;

/** The catalogue of reasons, as it is read and used. {@link ReasonCommands} changes it. */
@Stateless
@RolesAllowed({"ADMINISTRATOR", "SUPPORT", "AUDITOR"})
public class Reasons {

    private static final String ENGLISH = "en";

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Requests requests;
    @Inject
    Journeys journeys;

    /** All of them, the retired ones last. */
    @NothingPersonal("texts of the service")
    public List<ReasonView> all() {
        return em.createQuery("select r from CannedReason r order by case when r.retiredAt is null then 0 else 1 end, r.type, r.action, r.id",
                CannedReason.class).getResultStream().map(ReasonView::of).toList();
    }

    /** Those that may be chosen for a request. */
    @NothingPersonal("texts of the service")
    public List<ReasonView> offered(long requestId) {
        return em.createQuery("select r from CannedReason r where r.type = :type and r.retiredAt is null order by r.action, r.id", CannedReason.class)
                .setParameter("type", request(requestId).type()).getResultStream().map(ReasonView::of).toList();
    }

    /** The language of who asked first: reasons are written in it. */
    @NothingPersonal("a language, and nobody's name")
    public String language(long requestId) {
        return journeys.of(request(requestId).type()).applicants(requestId).stream().filter(Applicant::waiting).map(Applicant::language).findFirst().orElse(ENGLISH);
    }

    /**
     * The reason that is given: what was typed, else what was chosen, in the language of the applicant.
     *
     * @param chosen number of a reason; 0 for none
     * @throws EnrolException REASON_OTHER_ACTION at "reason"
     */
    @NothingPersonal("a text of the service, or what the caller typed")
    public String words(long requestId, RequestAction action, long chosen, String typed) {
        if (chosen == 0 || typed != null && !typed.isBlank()) {
            return typed;
        }
        CannedReason reason = em.find(CannedReason.class, chosen);
        if (reason == null || reason.isRetired() || reason.action() != action || reason.type() != request(requestId).type()) {
            throw new EnrolException(Refusal.at("reason", ErrorCode.REASON_OTHER_ACTION));
        }
        return reason.in(language(requestId));
    }

    private Request request(long id) {
        return requests.find(id).orElseThrow(() -> new EnrolException(ErrorCode.REQUEST_NOT_FOUND));
    }
}
