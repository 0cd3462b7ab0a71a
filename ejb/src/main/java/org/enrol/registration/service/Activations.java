package org.enrol.registration.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.enrol.account.model.Account;
import org.enrol.account.model.Role;
import org.enrol.account.service.Accounts;
import org.enrol.account.service.NewAccount;
import org.enrol.account.service.Sessions;
import org.enrol.audit.model.Actor;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;
import org.enrol.audit.service.CurrentActor;
import org.enrol.consent.service.Consents;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.link.model.Purpose;
import org.enrol.link.service.Links;
import org.enrol.link.service.OpenLink;
import org.enrol.outbox.service.Outbox;
import org.enrol.registration.model.Registration;

/** From the link in the mail to the account: what all journeys share. */
@Stateless
@PermitAll
public class Activations {

    @Inject
    Registrations registrations;
    @Inject
    Links links;
    @Inject
    Accounts accounts;
    @Inject
    Sessions sessions;
    @Inject
    Consents consents;
    @Inject
    Outbox outbox;
    @Inject
    CurrentActor actor;
    @Inject
    AuditTrail audit;
    @Inject
    Clock clock;
    /** A bean's call of itself would ignore its transaction attributes. */
    @EJB
    Activations self;

    /**
     * What a link stands for; nothing is used up.
     *
     * @throws EnrolException LINK_INVALID, LINK_USED, LINK_SUPERSEDED, LINK_EXPIRED; LINK_OTHER_SESSION if somebody is signed in here;
     *                        BUYER_ALREADY_REGISTERED, ACCOUNT_DEACTIVATED if the mailbox has an account by now
     */
    public OpenRegistration open(String token) {
        OpenLink link = links.open(token, Purpose.ACTIVATION);
        if (actor.get().kind() == Actor.Kind.ACCOUNT) {
            throw new EnrolException(ErrorCode.LINK_OTHER_SESSION);
        }
        Registration registration = registrations.find(link.subject()).orElseThrow(() -> new EnrolException(ErrorCode.LINK_INVALID));
        accounts.find(registration.email().canonical()).ifPresent(account -> refuse(account, link));
        return new OpenRegistration(link, registration.id(), registration.kind(), registration.role(), registration.email(),
                registration.evidence());
    }

    /** What a person finds behind a link, good or not, so that the page can offer the way on. Nothing is used up. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Arrival look(String token) {
        try {
            return Arrival.of(self.open(token));
        } catch (EnrolException e) {
            return Arrival.refused(e.code(), self.address(token));
        }
    }

    /** Where a link was sent to; empty if it never was one of ours. */
    public String address(String token) {
        return links.identify(token, Purpose.ACTIVATION).map(OpenLink::address).orElse("");
    }

    /**
     * Makes the account, or nothing at all: the link's row decides between two with one link, the unique index of accounts between two links.
     *
     * @return the new account's id
     * @throws EnrolException LINK_USED or BUYER_ALREADY_REGISTERED if somebody was quicker
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public long activate(OpenRegistration open, NewAccount account) {
        if (!links.consume(open.link())) {
            throw new EnrolException(ErrorCode.LINK_USED);
        }
        long id = accounts.create(account).orElseThrow(() -> new EnrolException(ErrorCode.BUYER_ALREADY_REGISTERED));
        registrations.find(open.id()).orElseThrow(() -> new EnrolException(ErrorCode.LINK_INVALID)).activate(id, clock.instant());
        consents.accept(id, account.language());
        audit.record(open.link().actor(), AuditAction.REGISTRATION_ACTIVATED, Registrations.subject(open.id()), "account:" + id);
        return id;
    }

    /** Makes the account of an invited member of staff. Where nobody manages staff yet, the first administrator does, too. */
    public Activated activateStaff(OpenRegistration open, NewAccount account) {
        long id = activate(open, account);
        if (open.role() == Role.ADMINISTRATOR && !accounts.anybodyActiveIs(Role.STAFF_MANAGER)) {
            accounts.find(id).orElseThrow().grant(Role.STAFF_MANAGER);
            audit.record(audit.system(), AuditAction.STAFF_ROLE_GIVEN, "account:" + id, Role.STAFF_MANAGER.name());
        }
        return signIn(open, id);
    }

    /** Signs the new account in; the last thing of an activation. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Activated signIn(OpenRegistration open, long accountId) {
        return new Activated(sessions.start(accountId), open.role());
    }

    /**
     * The account's address if this link made it, for somebody who pressed the button twice: the second time the password proves it is the same person.
     *
     * @throws EnrolException LINK_USED if the link made no account
     */
    public String madeBy(String token) {
        return links.identify(token, Purpose.ACTIVATION)
                .flatMap(link -> registrations.find(link.subject()))
                .flatMap(Registration::accountId)
                .flatMap(accounts::find)
                .map(account -> account.email().typed())
                .orElseThrow(() -> new EnrolException(ErrorCode.LINK_USED));
    }

    /**
     * Sends a new link to the mailbox of an old one, within the budget for mails.
     *
     * @return the address, to be shown to whoever holds the old link
     * @throws EnrolException LINK_INVALID if it never was one of ours
     */
    public String sendAgain(String token) {
        Registration registration = links.identify(token, Purpose.ACTIVATION)
                .flatMap(link -> registrations.find(link.subject()))
                .orElseThrow(() -> new EnrolException(ErrorCode.LINK_INVALID));
        outbox.add(Registrations.MAIL, Long.toString(registration.id()));
        return registration.email().typed();
    }

    /** Two who hand in one link at once: the account that the second one meets may have been made by this very link a moment ago. */
    private void refuse(Account account, OpenLink link) {
        if (links.isUsedByNow(link)) {
            throw new EnrolException(ErrorCode.LINK_USED);
        }
        throw new EnrolException(account.isActive() ? ErrorCode.BUYER_ALREADY_REGISTERED : ErrorCode.ACCOUNT_DEACTIVATED);
    }
}
