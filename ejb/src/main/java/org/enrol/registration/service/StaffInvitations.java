package org.enrol.registration.service;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.enrol.account.model.EmailAddress;
import org.enrol.account.model.Role;
import org.enrol.account.service.Accounts;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;
import org.enrol.audit.service.CurrentActor;
import org.enrol.audit.service.StaffReads;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;
import org.enrol.registration.model.Registration;

/** Staff join by invitation only: nobody becomes staff by registering. Who may be invited to what is decided in StaffGrants, in whose transaction an invitation is made. */
@Stateless
@RolesAllowed("STAFF_MANAGER")
public class StaffInvitations {

    /** More than that were never answered: the oldest are not worth a page. */
    private static final int MOST = 200;

    /** Somebody who has not answered yet. @param at when the invitation was last ordered */
    public record Invitation(long id, String email, Role role, Instant at) implements Serializable {
    }

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Accounts accounts;
    @Inject
    Registrations registrations;
    @Inject
    AuditTrail audit;
    @Inject
    StaffReads reads;
    @Inject
    CurrentActor actor;

    /** @throws EnrolException STAFF_EMAIL_IN_USE at "email" if the mailbox has an account already */
    public void checkFree(EmailAddress address) {
        if (accounts.find(address.canonical()).isPresent()) {
            throw new EnrolException(Refusal.at("email", ErrorCode.STAFF_EMAIL_IN_USE));
        }
    }

    /**
     * Mails an invitation; doing it again mails it again.
     *
     * @param language of the mail, as a BCP 47 tag
     * @throws EnrolException STAFF_EMAIL_IN_USE if the mailbox has an account already
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void invite(EmailAddress address, Role role, String language) {
        if (!role.isStaff()) {
            throw new IllegalArgumentException(role + " is no role of staff");
        }
        checkFree(address);
        registrations.invite(Submission.invitation(role, address, language), actor.get());
    }

    /** The newest first. */
    public List<Invitation> open() {
        reads.note("staff", "");
        return em.createQuery("select r from Registration r where r.kind = :staff and r.activatedAt is null order by r.submittedAt desc, r.id desc",
                        Registration.class)
                .setParameter("staff", Registration.Kind.STAFF).setMaxResults(MOST).getResultStream()
                .map(r -> new Invitation(r.id(), r.email().typed(), r.role(), r.submittedAt())).toList();
    }

    /** Mails it again, within the budget for mails. @throws EnrolException STAFF_CHANGED_MEANWHILE if it is answered or revoked by now */
    public void sendAgain(long id) {
        Registration invitation = find(id);
        registrations.invite(Submission.invitation(invitation.role(), invitation.email(), invitation.language()), actor.get());
    }

    /** Its links open nothing any more. @throws EnrolException STAFF_CHANGED_MEANWHILE if it is answered or revoked by now */
    public void revoke(long id) {
        Registration invitation = find(id);
        if (!registrations.forget(invitation)) {
            throw new EnrolException(ErrorCode.STAFF_CHANGED_MEANWHILE);
        }
        audit.record(actor.get(), AuditAction.STAFF_INVITATION_REVOKED, Registrations.subject(id), invitation.email().canonical());
    }

    private Registration find(long id) {
        return Optional.ofNullable(em.find(Registration.class, id))
                .filter(r -> r.kind() == Registration.Kind.STAFF && !r.isActivated())
                .orElseThrow(() -> new EnrolException(ErrorCode.STAFF_CHANGED_MEANWHILE));
    }
}
