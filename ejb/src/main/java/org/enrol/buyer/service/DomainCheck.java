package org.enrol.buyer.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.enrol.error.EnrolException;
import org.enrol.outbox.port.Delivery;
import org.enrol.outbox.port.Owed;
import org.enrol.registration.service.Registrations;
import org.enrol.registry.port.DomainRegistry;

/** Asks the registry again about sign-ups that came while it was silent. No activation mail goes out before it said yes. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DomainCheck implements Delivery {

    static final String TOPIC = "buyer-domain-check";

    @Inject
    DomainRegistry registry;
    @Inject
    Registrations registrations;
    @Inject
    DomainVerdicts verdicts;

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Map<Long, String> deliver(List<Owed> batch) {
        Map<Long, String> failures = new HashMap<>();
        for (Owed owed : batch) {
            registrations.find(Long.parseLong(owed.payload())).ifPresent(registration -> {
                try {
                    verdicts.apply(registration, registry.find(registration.email().domain()));
                } catch (EnrolException e) {
                    failures.put(owed.id(), e.getMessage());
                }
            });
        }
        return failures;
    }
}
