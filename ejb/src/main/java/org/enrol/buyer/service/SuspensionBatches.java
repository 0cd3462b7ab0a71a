package org.enrol.buyer.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enrol.account.model.Account;
import org.enrol.account.service.Accounts;
import org.enrol.account.service.Sessions;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;
import org.enrol.messaging.service.MailOrder;
import org.enrol.messaging.service.MailTemplate;
import org.enrol.messaging.service.Mails;
import org.enrol.outbox.service.Outbox;
import org.enrol.registration.service.EntryPeople;
import org.enrol.registration.service.EntryPeople.Person;
import org.enrol.registry.model.DomainRemoval;

/** One batch of people whose domain has been taken out, one transaction. */
@Stateless
@PermitAll
public class SuspensionBatches {

    /** Well within the minute that a delivery may take. */
    private static final int SIZE = 100;

    /** @param after the last registration that was looked at before */
    public record Batch(long after, List<Person> people) {

        boolean isLast() {
            return people.size() < SIZE;
        }
    }

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    EntryPeople people;
    @Inject
    Accounts accounts;
    @Inject
    Sessions sessions;
    @Inject
    Mails mails;
    @Inject
    Outbox outbox;
    @Inject
    AuditTrail audit;

    /** Who comes next; empty if all is done. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Batch> next(long removalId) {
        return Optional.ofNullable(em.find(DomainRemoval.class, removalId)).filter(removal -> removal.finishedAt().isEmpty())
                .map(removal -> new Batch(removal.reached(), people.registered(removal.terms().domain(), removal.reached(), SIZE)));
    }

    /** Does nothing if the batch was done already: messages may come twice. @param affected accounts */
    public void suspend(long removalId, Batch batch, List<Long> affected) {
        DomainRemoval removal = em.find(DomainRemoval.class, removalId, LockModeType.PESSIMISTIC_WRITE);
        if (removal.reached() != batch.after() || removal.finishedAt().isPresent()) {
            return;
        }
        int suspended = (int) affected.stream().filter(account -> suspend(account, removal)).count();
        if (!batch.people().isEmpty()) {
            removal.reach(batch.people().get(batch.people().size() - 1).registrationId(), suspended);
        }
        if (batch.isLast()) {
            removal.finish(clock.instant());
        } else {
            outbox.add(BuyerSuspension.TOPIC, Long.toString(removalId));
        }
    }

    /** Staff keep their accounts, whatever domain they came from: otherwise nobody might be left to put things right. */
    private boolean suspend(long accountId, DomainRemoval removal) {
        Account account = accounts.find(accountId).filter(found -> found.isActive() && !found.isStaff()).orElse(null);
        if (account == null) {
            return false;
        }
        account.deactivate();
        sessions.endAll(accountId, "");
        audit.record(audit.system(), AuditAction.BUYER_SUSPENDED, "account:" + accountId, "removal:" + removal.id() + " " + removal.terms().domain());
        mails.order(new MailOrder(MailTemplate.DOMAIN_REMOVED, account.email().typed(), account.language(), 0,
                Map.of("name", account.name(), "domain", removal.terms().domain(), "reason", removal.reason())));
        return true;
    }
}
