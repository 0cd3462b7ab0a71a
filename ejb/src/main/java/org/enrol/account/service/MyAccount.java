package org.enrol.account.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.enrol.account.model.Account;
import org.enrol.account.model.Role;
import org.enrol.account.model.SignInSession;
import org.enrol.account.service.Credentials.Claim;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;
import org.enrol.audit.service.CurrentActor;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;
import org.enrol.organisation.service.PublicBodies;
import org.enrol.secret.SecretKeys;

/** What a person sees and changes of their own account. */
@Stateless
@RolesAllowed(Role.ACCOUNT)
public class MyAccount {

    /** @param phone empty if none */
    public record Profile(String name, String email, String phone, String language) {
    }

    /** @param current whether it is the browser that asks */
    public record Browser(String name, String address, Instant since, Instant lastSeen, boolean current) {
    }

    @Inject
    CurrentActor actor;
    @Inject
    Accounts accounts;
    @Inject
    Sessions sessions;
    @Inject
    Credentials credentials;
    @Inject
    PersonalAnswers answers;
    @Inject
    PasswordPolicy policy;
    @Inject
    PasswordHashing hashing;
    @Inject
    PublicBodies bodies;
    @Inject
    AuditTrail audit;

    public Profile profile() {
        Account account = account();
        return new Profile(account.name(), account.email().typed(), account.phone(), account.language());
    }

    /** @throws EnrolException NAME_REQUIRED, NAME_LENGTH, TEXT_CHARACTERS at "name", PHONE_FORMAT at "phone" */
    public void correct(String name, String phone) {
        List<Refusal> problems = new ArrayList<>();
        String cleanName = answers.line("name", name, ErrorCode.NAME_REQUIRED, ErrorCode.NAME_LENGTH, problems);
        String cleanPhone = answers.phone("phone", phone, problems);
        EnrolException.unlessEmpty(problems);
        account().correct(cleanName, cleanPhone);
        audit.record(actor.get(), AuditAction.PROFILE_CHANGED, Credentials.subject(actor.accountId()));
    }

    /**
     * Ends all other sessions and tells the person by mail.
     *
     * @param session the cookie of the session that stays
     * @throws EnrolException CURRENT_PASSWORD_WRONG at "current", PASSWORD_… at "password", TOO_MANY_REQUESTS
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void changePassword(String current, String password, String session) {
        Account account = account();
        if (credentials.networkIsExhausted()) {
            throw new EnrolException(ErrorCode.TOO_MANY_REQUESTS);
        }
        Claim claim = credentials.claim(account.email().canonical());
        List<Refusal> problems = new ArrayList<>();
        if (!hashing.verify(current == null ? "" : current, claim.hash()) || claim.accountId() == 0) {
            credentials.failed(account.email().canonical());
            problems.add(Refusal.at("current", ErrorCode.CURRENT_PASSWORD_WRONG));
        }
        problems.addAll(policy.check("password", password,
                List.of(account.name(), account.email().typed(), bodies.nameOf(account.id()).orElse(""))));
        EnrolException.unlessEmpty(problems);
        credentials.changed(account.id(), hashing.hash(password), actor.get(), AuditAction.PASSWORD_CHANGED, session);
    }

    /** @param session the cookie of the browser that asks */
    public List<Browser> browsers(String session) {
        byte[] current = SecretKeys.digest(session);
        return sessions.of(actor.accountId()).stream().map(s -> browser(s, current)).toList();
    }

    /** Signs out everywhere but here. @return how many browsers were signed out */
    public int endOtherSessions(String session) {
        int ended = sessions.endAll(actor.accountId(), session);
        audit.record(actor.get(), AuditAction.SESSIONS_ENDED, Credentials.subject(actor.accountId()));
        return ended;
    }

    private static Browser browser(SignInSession session, byte[] current) {
        return new Browser(session.browser(), session.address(), session.startedAt(), session.lastSeenAt(),
                Arrays.equals(session.tokenHash(), current));
    }

    private Account account() {
        return accounts.find(actor.accountId()).orElseThrow(() -> new EnrolException(ErrorCode.SESSION_EXPIRED));
    }
}
