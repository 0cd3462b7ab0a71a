package org.enrol.staff.service;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.enrol.account.model.Account;
import org.enrol.account.model.EmailAddress;
import org.enrol.account.model.Role;
import org.enrol.account.service.Accounts;
import org.enrol.account.service.EmailAddresses;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;
import org.enrol.audit.service.CurrentActor;
import org.enrol.audit.service.NothingPersonal;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.registration.service.StaffInvitations;
import org.enrol.staff.model.StaffGrant;

/**
 * Gives roles to staff, by invitation or to an account. Administrators and staff managers are made by two: one asks, another staff manager
 * gives. Only who is the one staff manager there is needs nobody else, or nobody could ever become the second.
 *
 * <p>Source: quality 1.5, number 44.
 */
@Stateless
@RolesAllowed("STAFF_MANAGER")
public class StaffGrants {

    private static final Set<Role> BY_TWO = Set.of(Role.ADMINISTRATOR, Role.STAFF_MANAGER);

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    StaffAccounts staff;
    @Inject
    Accounts accounts;
    @Inject
    EmailAddresses addresses;
    @Inject
    StaffInvitations invitations;
    @Inject
    AuditTrail audit;
    @Inject
    CurrentActor actor;
    @Inject
    Clock clock;

    /**
     * Invites somebody by mail, at once or as soon as another staff manager agrees; doing it again mails it again.
     *
     * @param language of the mail, as a BCP 47 tag
     * @return false if another staff manager has to agree first
     * @throws EnrolException EMAIL_… at "email"; STAFF_EMAIL_IN_USE if the mailbox has an account already
     */
    public boolean invite(String email, Role role, String language) {
        EmailAddress address = addresses.parse("email", email);
        staff.begin();
        invitations.checkFree(address);
        if (!BY_TWO.contains(role)) {
            invitations.invite(address, role, language);
            return true;
        }
        return ask(StaffGrant.to(address, language, role, actor.accountId(), clock.instant()));
    }

    /**
     * @return false if another staff manager has to agree first
     * @throws EnrolException STAFF_NOT_FOUND, STAFF_SELF; STAFF_CHANGED_MEANWHILE if they have the role by now
     */
    public boolean give(long id, Role role) {
        Account account = staff.change(id);
        if (account.has(role) || !role.isStaff()) {
            throw new EnrolException(ErrorCode.STAFF_CHANGED_MEANWHILE);
        }
        if (!BY_TWO.contains(role)) {
            give(account, role);
            return true;
        }
        return ask(StaffGrant.to(id, role, actor.accountId(), clock.instant()));
    }

    /** @throws EnrolException STAFF_CHANGED_MEANWHILE if it is decided already; STAFF_NEEDS_SECOND_PERSON if the caller asked for it */
    public void confirm(long grantId) {
        StaffGrant grant = open(grantId);
        if (grant.isAskedBy(actor.accountId())) {
            throw new EnrolException(ErrorCode.STAFF_NEEDS_SECOND_PERSON);
        }
        grant.decide(StaffGrant.Outcome.GIVEN, actor.accountId(), clock.instant());
        carryOut(grant);
    }

    /** Says no, or takes back what the caller asked for. @throws EnrolException STAFF_CHANGED_MEANWHILE if it is decided already */
    public void decline(long grantId) {
        StaffGrant grant = open(grantId);
        grant.decide(StaffGrant.Outcome.DECLINED, actor.accountId(), clock.instant());
        audit.record(actor.get(), AuditAction.STAFF_GRANT_DECLINED, subject(grant), detail(grant));
    }

    /** Whether the caller is the only staff manager there is, the suspended ones included. */
    @NothingPersonal("whether there is another staff manager")
    public boolean isAlone() {
        return !accounts.anybodyElseIs(Role.STAFF_MANAGER, actor.accountId(), true);
    }

    private boolean ask(StaffGrant grant) {
        if (isAlone()) {
            grant.decide(StaffGrant.Outcome.ALONE, actor.accountId(), clock.instant());
            em.persist(grant);
            carryOut(grant);
            return true;
        }
        if (waiting(grant).isEmpty()) {
            em.persist(grant);
            audit.record(actor.get(), AuditAction.STAFF_GRANT_ASKED, subject(grant), detail(grant));
        }
        return false;
    }

    /** The same, if it has been asked for already. */
    private Optional<StaffGrant> waiting(StaffGrant asked) {
        return open().filter(grant -> grant.role() == asked.role() && grant.accountId().equals(asked.accountId())
                && grant.address().equals(asked.address())).findFirst();
    }

    private void carryOut(StaffGrant grant) {
        grant.address().ifPresent(address -> invitations.invite(address, grant.role(), grant.language()));
        grant.accountId().ifPresent(id -> give(staff.change(id), grant.role()));
    }

    private void give(Account account, Role role) {
        account.grant(role);
        audit.record(actor.get(), AuditAction.STAFF_ROLE_GIVEN, StaffCommands.subject(account.id()), role.name());
    }

    private StaffGrant open(long id) {
        staff.begin();
        return Optional.ofNullable(em.find(StaffGrant.class, id)).filter(StaffGrant::isOpen)
                .orElseThrow(() -> new EnrolException(ErrorCode.STAFF_CHANGED_MEANWHILE));
    }

    private Stream<StaffGrant> open() {
        return em.createQuery("select g from StaffGrant g where g.outcome is null order by g.id", StaffGrant.class).getResultStream();
    }

    private static String subject(StaffGrant grant) {
        return grant.accountId().map(StaffCommands::subject).orElse("staff-grant");
    }

    private static String detail(StaffGrant grant) {
        return grant.role() + grant.address().map(address -> " " + address.canonical()).orElse("");
    }
}
