package org.enrol.account.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.enrol.account.model.Account;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;
import org.enrol.audit.service.CurrentActor;
import org.enrol.audit.service.Origin;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.link.service.Links;
import org.enrol.link.service.OpenLink;
import org.enrol.organisation.service.PublicBodies;
import org.enrol.outbox.service.Outbox;
import org.enrol.throttle.service.Limit;
import org.enrol.throttle.service.Throttle;

/** What a password reset does in the database. */
@Stateless
@PermitAll
public class PasswordResets {

    private static final Limit NETWORK = new Limit("reset-network", 300, Duration.ofHours(1));

    @Inject
    Accounts accounts;
    @Inject
    Credentials credentials;
    @Inject
    SignInGuard guard;
    @Inject
    Links links;
    @Inject
    Outbox outbox;
    @Inject
    Throttle throttle;
    @Inject
    Origin origin;
    @Inject
    PublicBodies bodies;
    @Inject
    AuditTrail audit;
    @Inject
    CurrentActor actor;

    /** @return false if this network asked too often; nothing has happened then */
    public boolean ask(String canonicalEmail, String language) {
        if (!throttle.admit(NETWORK, origin.network())) {
            return false;
        }
        outbox.add(ResetMail.TOPIC, ResetMail.payload(canonicalEmail, language));
        audit.record(actor.get(), AuditAction.PASSWORD_RESET_ASKED, "account", canonicalEmail);
        return true;
    }

    public String email(OpenLink link) {
        return account(link).email().typed();
    }

    /** What the person is called: too easy to guess for a password. */
    public List<String> context(OpenLink link) {
        Account account = account(link);
        return List.of(account.name(), account.email().typed(), bodies.nameOf(account.id()).orElse(""));
    }

    public void reset(OpenLink link, String hash) {
        if (!links.consume(link)) {
            throw new EnrolException(ErrorCode.LINK_USED);
        }
        Account account = account(link);
        credentials.changed(account.id(), hash, link.actor(), AuditAction.PASSWORD_RESET, "");
        guard.proved(account.email().canonical());
    }

    private Account account(OpenLink link) {
        return accounts.find(link.subject()).orElseThrow(() -> new EnrolException(ErrorCode.LINK_INVALID));
    }
}
