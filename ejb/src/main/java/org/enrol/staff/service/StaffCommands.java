package org.enrol.staff.service;

import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

import org.enrol.account.model.Account;
import org.enrol.account.model.Role;
import org.enrol.account.service.Accounts;
import org.enrol.account.service.Sessions;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;
import org.enrol.audit.service.CurrentActor;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;

/** Suspending and reactivating staff, and taking roles from them. What is changed holds at the person's next request, on every node. */
@Stateless
@RolesAllowed("STAFF_MANAGER")
public class StaffCommands {

    private static final int LONGEST_REASON = 2_000;
    /** So that nobody can become the one who needs no second person. */
    private static final int MANAGERS = 2;

    @Inject
    StaffAccounts staff;
    @Inject
    Accounts accounts;
    @Inject
    Sessions sessions;
    @Inject
    AuditTrail audit;
    @Inject
    CurrentActor actor;
    @Inject
    Clock clock;

    /**
     * Signs the person out everywhere and lets them in no more. Requests that are assigned to them stay so until somebody takes them over.
     *
     * @throws EnrolException STAFF_REASON_MISSING, REASON_LENGTH at "why"; STAFF_NOT_FOUND, STAFF_SELF; STAFF_LAST if nobody else would be
     *                        administrator or staff manager; STAFF_CHANGED_MEANWHILE if the person is suspended already
     */
    public void suspend(long id, String reason) {
        String why = checked(reason);
        Account account = staff.change(id);
        checkMeanwhile(account.isActive());
        staff.checkSomebodyElseIs(Role.ADMINISTRATOR, account);
        staff.checkSomebodyElseIs(Role.STAFF_MANAGER, account);
        account.suspend(why, clock.instant());
        sessions.endAll(id, "");
        audit.record(actor.get(), AuditAction.STAFF_SUSPENDED, subject(id), why);
    }

    /** @throws EnrolException as {@link #suspend}; STAFF_CHANGED_MEANWHILE if the person is active already */
    public void reactivate(long id, String reason) {
        String why = checked(reason);
        Account account = staff.change(id);
        checkMeanwhile(!account.isActive());
        account.reactivate();
        audit.record(actor.get(), AuditAction.STAFF_REACTIVATED, subject(id), why);
    }

    /** @throws EnrolException STAFF_NOT_FOUND, STAFF_SELF; STAFF_CHANGED_MEANWHILE if they have it no more; STAFF_LAST if it has to stay */
    public void take(long id, Role role) {
        Account account = staff.change(id);
        checkMeanwhile(account.has(role));
        checkStays(role, account);
        account.take(role);
        audit.record(actor.get(), AuditAction.STAFF_ROLE_TAKEN, subject(id), role.name());
    }

    /** The last role stays, or the person would be no staff any more but could still sign in: suspend them instead. */
    private void checkStays(Role role, Account account) {
        boolean last = account.roles().stream().filter(Role::isStaff).count() == 1;
        if (last || role == Role.STAFF_MANAGER && accounts.count(role) <= MANAGERS) {
            throw new EnrolException(ErrorCode.STAFF_LAST);
        }
        if (role == Role.ADMINISTRATOR || role == Role.STAFF_MANAGER) {
            staff.checkSomebodyElseIs(role, account);
        }
    }

    private static void checkMeanwhile(boolean asShown) {
        if (!asShown) {
            throw new EnrolException(ErrorCode.STAFF_CHANGED_MEANWHILE);
        }
    }

    private static String checked(String reason) {
        String text = reason == null ? "" : reason.strip();
        if (text.isEmpty()) {
            throw new EnrolException(Refusal.at("why", ErrorCode.STAFF_REASON_MISSING));
        }
        if (text.length() > LONGEST_REASON) {
            throw new EnrolException(Refusal.at("why", ErrorCode.REASON_LENGTH));
        }
        return text;
    }

    static String subject(long id) {
        return "account:" + id;
    }
}
