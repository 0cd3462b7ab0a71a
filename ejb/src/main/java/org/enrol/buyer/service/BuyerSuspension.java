package org.enrol.buyer.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.enrol.error.EnrolException;
import org.enrol.outbox.port.Delivery;
import org.enrol.outbox.port.Owed;
import org.enrol.registration.service.EntryPeople.Person;
import org.enrol.registry.port.DomainRegistry;

/**
 * Suspends those who registered under a domain that has been taken out, a batch a message; each batch owes the next one. Whom another entry
 * covers by now keeps the account. The registry is asked outside the transaction: it may be far away.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BuyerSuspension implements Delivery {

    static final String TOPIC = "buyer-suspension";

    @Inject
    DomainRegistry registry;
    @Inject
    SuspensionBatches batches;

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Map<Long, String> deliver(List<Owed> due) {
        Map<Long, String> failures = new HashMap<>();
        for (Owed owed : due) {
            try {
                goOn(Long.parseLong(owed.payload()));
            } catch (EnrolException e) {
                failures.put(owed.id(), e.getMessage());
            }
        }
        return failures;
    }

    private void goOn(long removal) {
        Optional<SuspensionBatches.Batch> found = batches.next(removal);
        found.ifPresent(batch -> {
            Map<String, Boolean> covered = batch.people().stream().map(person -> person.domain()).distinct()
                    .collect(Collectors.toMap(domain -> domain, domain -> registry.find(domain).isPresent()));
            Predicate<Person> affected = person -> !covered.get(person.domain());
            batches.suspend(removal, batch, batch.people().stream().filter(affected).map(Person::accountId).toList());
        });
    }
}
