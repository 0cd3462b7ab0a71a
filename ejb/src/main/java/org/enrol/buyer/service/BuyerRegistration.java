package org.enrol.buyer.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.enrol.account.model.EmailAddress;
import org.enrol.account.model.Role;
import org.enrol.account.service.EmailAddresses;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;
import org.enrol.registration.model.Registration;
import org.enrol.registration.service.Registrations;
import org.enrol.registration.service.Submission;
import org.enrol.registry.model.DomainEvidence;
import org.enrol.registry.port.DomainRegistry;
import org.enrol.registry.service.PersonalProviders;

/**
 * A public-sector buyer signs up with a work e-mail address, which the domain registry has to know.
 *
 * <p>Source: GovStack B2G-UC1, MP-01. Runs without a transaction: the registry may be far away.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BuyerRegistration {

    @Inject
    EmailAddresses addresses;
    @Inject
    PersonalProviders personalProviders;
    @Inject
    DomainRegistry registry;
    @Inject
    Registrations registrations;

    /**
     * @param visitor  the visitor's cookie
     * @param language of pages and mails, as a BCP 47 tag
     * @throws EnrolException EMAIL_REQUIRED, EMAIL_FORMAT, PERSONAL_EMAIL_NOT_ALLOWED at "email"; BUYER_DOMAIN_NOT_APPROVED with "domain";
     *                        TOO_MANY_REQUESTS
     */
    public void submit(String visitor, String email, String language) {
        EmailAddress address = addresses.parse("email", email);
        if (personalProviders.include(address.domain())) {
            throw new EnrolException(Refusal.at("email", ErrorCode.PERSONAL_EMAIL_NOT_ALLOWED));
        }
        Submission submission = new Submission(Registration.Kind.BUYER, Role.BUYER, address, visitor, language, null);
        try {
            registrations.submit(submission.provedBy(evidence(address)));
        } catch (EnrolException e) {
            if (!e.is(ErrorCode.REGISTRY_UNAVAILABLE)) {
                throw e;
            }
            registrations.submit(submission, DomainCheck.TOPIC);
        }
    }

    private DomainEvidence evidence(EmailAddress address) {
        return registry.find(address.domain()).orElseThrow(() -> notApproved(address));
    }

    static EnrolException notApproved(EmailAddress address) {
        return new EnrolException(Refusal.at("email", ErrorCode.BUYER_DOMAIN_NOT_APPROVED, Map.of("domain", address.domain())));
    }

    /** What this visitor last handed in. */
    public Optional<Registrations.Current> current(String visitor) {
        return registrations.current(visitor, Registration.Kind.BUYER);
    }

    /** @return false if this visitor has handed in nothing */
    public boolean sendAgain(String visitor) {
        return registrations.sendAgain(visitor, Registration.Kind.BUYER);
    }
}
