package org.enrol.staff.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.enrol.account.model.Account;
import org.enrol.account.model.Role;
import org.enrol.account.service.Accounts;
import org.enrol.audit.service.CurrentActor;
import org.enrol.audit.service.NothingPersonal;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;

/** The accounts of staff while they are changed: one change at a time, so that two managers at once cannot leave nobody. */
@Stateless
@RolesAllowed("STAFF_MANAGER")
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class StaffAccounts {

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Accounts accounts;
    @Inject
    CurrentActor actor;

    /** Whatever changes staff waits here for its turn; the triggers of the database take the same lock. */
    public void begin() {
        em.createNativeQuery("select 1 from pg_advisory_xact_lock(8)", Integer.class).getSingleResult();
    }

    /** @throws EnrolException STAFF_NOT_FOUND; STAFF_SELF if it is the caller's own: nobody changes that here */
    @NothingPersonal("to be changed, and the change is written down")
    public Account change(long id) {
        begin();
        Account account = accounts.lock(id).filter(Account::isStaff).orElseThrow(() -> new EnrolException(ErrorCode.STAFF_NOT_FOUND));
        if (id == actor.accountId()) {
            throw new EnrolException(ErrorCode.STAFF_SELF);
        }
        return account;
    }

    /** @throws EnrolException STAFF_LAST if nobody else who is active has the role */
    public void checkSomebodyElseIs(Role role, Account account) {
        if (account.has(role) && account.isActive() && !accounts.anybodyElseIs(role, account.id(), false)) {
            throw new EnrolException(ErrorCode.STAFF_LAST);
        }
    }
}
