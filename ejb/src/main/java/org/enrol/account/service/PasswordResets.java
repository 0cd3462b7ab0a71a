package org.enrol.account.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.enrol.account.model.Account;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;
import org.enrol.audit.service.Origin;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.link.model.Purpose;
import org.enrol.link.service.Links;
import org.enrol.link.service.OpenLink;
import org.enrol.messaging.service.MailBudget;
import org.enrol.messaging.service.MailOrder;
import org.enrol.messaging.service.MailTemplate;
import org.enrol.messaging.service.Mails;
import org.enrol.outbox.port.Delivery;
import org.enrol.outbox.port.Owed;
import org.enrol.outbox.service.Outbox;
import org.enrol.throttle.service.Limit;
import org.enrol.throttle.service.Throttle;

/** What a password reset does in the database, and which mail follows: the relay decides that, so that asking tells nobody anything. */
@Stateless
@PermitAll
public class PasswordResets implements Delivery {

    private static final String TOPIC = "password-reset";
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
    Mails mails;
    @Inject
    MailBudget budget;
    @Inject
    Throttle throttle;
    @Inject
    Origin origin;
    @Inject
    AuditTrail audit;

    /** @return false if this network asked too often; nothing has happened then */
    public boolean ask(String canonicalEmail, String language) {
        if (!throttle.admit(NETWORK, origin.network())) {
            return false;
        }
        outbox.add(TOPIC, Json.createObjectBuilder().add("email", canonicalEmail).add("language", language).build().toString());
        audit.record(CurrentActor.visitor(), AuditAction.PASSWORD_RESET_ASKED, "account", canonicalEmail);
        return true;
    }

    public String email(OpenLink link) {
        return account(link).email().typed();
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

    @Override
    public String topic() {
        return TOPIC;
    }

    /** Decides in one transaction for the whole batch. */
    @Override
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Map<Long, String> deliver(List<Owed> batch) {
        for (Owed owed : batch) {
            JsonObject asked = Json.createReader(new StringReader(owed.payload())).readObject();
            accounts.find(asked.getString("email"))
                    .filter(account -> budget.admit(account.email().canonical()))
                    .ifPresent(account -> mail(account, asked.getString("language")));
        }
        return Map.of();
    }

    private void mail(Account account, String language) {
        boolean active = account.isActive();
        long link = active ? links.create(Purpose.RESET, account.id(), account.email().canonical()) : 0;
        MailTemplate template = active ? MailTemplate.RESET_PASSWORD : MailTemplate.RESET_DEACTIVATED;
        mails.order(new MailOrder(template, account.email().typed(), language, link, Map.of("name", account.name())));
    }
}
