package org.enrol.account.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.enrol.account.model.Account;
import org.enrol.link.model.Purpose;
import org.enrol.link.service.Links;
import org.enrol.messaging.service.MailBudget;
import org.enrol.messaging.service.MailOrder;
import org.enrol.messaging.service.MailTemplate;
import org.enrol.messaging.service.Mails;
import org.enrol.outbox.port.Delivery;
import org.enrol.outbox.port.Owed;

/** Decides which mail answers a forgotten password, if any, where nobody outside can measure it. One transaction for the whole batch. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ResetMail implements Delivery {

    static final String TOPIC = "password-reset";
    /** {@code Json.…} would search the class path for its provider at every call. */
    private static final JsonProvider JSON = JsonProvider.provider();

    @Inject
    Accounts accounts;
    @Inject
    Links links;
    @Inject
    Mails mails;
    @Inject
    MailBudget budget;

    static String payload(String canonicalEmail, String language) {
        return JSON.createObjectBuilder().add("email", canonicalEmail).add("language", language).build().toString();
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Map<Long, String> deliver(List<Owed> batch) {
        for (Owed owed : batch) {
            JsonObject asked = JSON.createReader(new StringReader(owed.payload())).readObject();
            accounts.find(asked.getString("email"))
                    .filter(account -> budget.admit(TOPIC, account.email().canonical()))
                    .ifPresent(account -> answer(account, asked.getString("language")));
        }
        return Map.of();
    }

    private void answer(Account account, String language) {
        boolean active = account.isActive();
        long link = active ? links.create(Purpose.RESET, account.id(), account.email().canonical()) : 0;
        MailTemplate template = active ? MailTemplate.RESET_PASSWORD : MailTemplate.RESET_DEACTIVATED;
        mails.order(new MailOrder(template, account.email().typed(), language, link, Map.of("name", account.name())));
    }
}
