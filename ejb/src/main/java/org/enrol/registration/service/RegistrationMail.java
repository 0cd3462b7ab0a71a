package org.enrol.registration.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enrol.account.model.Account;
import org.enrol.account.service.Accounts;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;
import org.enrol.link.model.Purpose;
import org.enrol.link.service.Links;
import org.enrol.messaging.service.MailBudget;
import org.enrol.messaging.service.MailOrder;
import org.enrol.messaging.service.MailTemplate;
import org.enrol.messaging.service.Mails;
import org.enrol.outbox.port.Delivery;
import org.enrol.outbox.port.Owed;
import org.enrol.registration.model.Registration;

/**
 * Decides which mail answers a sign-up, where no visitor can measure it: the link to activate, or to the owner of an existing account what to do.
 * One transaction for the whole batch.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RegistrationMail implements Delivery {

    @Inject
    Registrations registrations;
    @Inject
    Accounts accounts;
    @Inject
    Links links;
    @Inject
    Mails mails;
    @Inject
    MailBudget budget;
    @Inject
    AuditTrail audit;

    @Override
    public String topic() {
        return Registrations.MAIL;
    }

    @Override
    public Map<Long, String> deliver(List<Owed> batch) {
        batch.stream()
                .map(owed -> registrations.find(Long.parseLong(owed.payload())))
                .flatMap(Optional::stream)
                .filter(registration -> budget.admit(Registrations.MAIL, registration.email().canonical()))
                .forEach(this::answer);
        return Map.of();
    }

    private void answer(Registration registration) {
        Optional<Account> account = accounts.find(registration.email().canonical());
        if (account.isPresent()) {
            audit.record(audit.system(), AuditAction.DUPLICATE_REGISTRATION, Registrations.subject(registration.id()));
            order(toOwner(account.get(), registration), registration, 0, Map.of("name", account.get().name()));
        } else {
            long link = links.create(Purpose.ACTIVATION, registration.id(), registration.email().canonical());
            order(registration.kind() == Registration.Kind.STAFF ? MailTemplate.ACTIVATE_STAFF : MailTemplate.ACTIVATE_BUYER,
                    registration, link, Map.of());
        }
    }

    private static MailTemplate toOwner(Account account, Registration registration) {
        if (!account.isActive()) {
            return MailTemplate.ACCOUNT_DEACTIVATED;
        }
        return account.has(registration.role()) ? MailTemplate.ALREADY_REGISTERED : MailTemplate.OTHER_ACCOUNT;
    }

    private void order(MailTemplate template, Registration registration, long link, Map<String, String> values) {
        mails.order(new MailOrder(template, registration.email().typed(), registration.language(), link, values));
    }
}
