package org.enrol.buyer.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.enrol.account.model.Role;
import org.enrol.account.service.NewAccount;
import org.enrol.account.service.PasswordHashing;
import org.enrol.account.service.PasswordPolicy;
import org.enrol.account.service.PersonalAnswers;
import org.enrol.account.service.SignIn;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;
import org.enrol.organisation.service.PublicBodies;
import org.enrol.registration.model.Registration;
import org.enrol.registration.service.Activated;
import org.enrol.registration.service.Activations;
import org.enrol.registration.service.OpenRegistration;
import org.enrol.registry.model.DomainEvidence;
import org.enrol.registry.port.DomainRegistry;

/**
 * From the link in the mail to the buyer's account. The registry is asked again, because a domain may have been removed meanwhile;
 * hashing and asking happen before the one transaction that makes account, membership, consent and session.
 *
 * <p>Source: MP-01, steps 3 and 4; marketplace 1.3 (re-check).
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BuyerActivation {

    @Inject
    Activations activations;
    @Inject
    PersonalAnswers personal;
    @Inject
    PasswordPolicy policy;
    @Inject
    PasswordHashing hashing;
    @Inject
    DomainRegistry registry;
    @Inject
    PublicBodies bodies;
    @Inject
    SignIn signIn;
    @Inject
    BuyerCommands commands;

    /** What the organisation is called, as far as it is known; empty if the domain covers many bodies and this one is new here. */
    public String offeredOrganisation(OpenRegistration open) {
        return open.evidence()
                .map(evidence -> bodies.name(evidence.body()).orElse(evidence.isBroad() ? "" : evidence.organisation()))
                .orElse("");
    }

    /**
     * Handing the same in twice signs in twice: the second time the password proves that it is the same person.
     *
     * @throws EnrolException as {@link Activations#open}; NAME_…, ORGANISATION_…, PHONE_FORMAT, PASSWORD_…, NOTICES_NOT_ACCEPTED at their fields;
     *                        BUYER_DOMAIN_NOT_APPROVED, REGISTRY_UNAVAILABLE, SERVICE_BUSY: the link stays good then
     */
    public Activated activate(String token, BuyerAnswers answers) {
        try {
            return activateOnce(token, answers);
        } catch (EnrolException e) {
            if (!e.is(ErrorCode.LINK_USED)) {
                throw e;
            }
            return again(token, answers);
        }
    }

    private Activated activateOnce(String token, BuyerAnswers answers) {
        OpenRegistration open = activations.open(token);
        if (open.kind() != Registration.Kind.BUYER) {
            throw new EnrolException(ErrorCode.LINK_INVALID);
        }
        List<Refusal> problems = new ArrayList<>();
        String name = personal.line("name", answers.name(), ErrorCode.NAME_REQUIRED, ErrorCode.NAME_LENGTH, problems);
        String organisation = personal.line("organisation", answers.organisation(), ErrorCode.ORGANISATION_REQUIRED,
                ErrorCode.ORGANISATION_LENGTH, problems);
        String phone = personal.phone("phone", answers.phone(), problems);
        problems.addAll(policy.check("password", answers.password(), List.of(name, organisation, open.email().typed())));
        if (!answers.accepted()) {
            problems.add(Refusal.at("accepted", ErrorCode.NOTICES_NOT_ACCEPTED));
        }
        EnrolException.unlessEmpty(problems);
        DomainEvidence evidence = registry.find(open.email().domain()).orElseThrow(() -> BuyerRegistration.notApproved(open.email()));
        NewAccount account = new NewAccount(open.email(), name, phone, answers.language(), open.role(), hashing.hash(answers.password()));
        return commands.activate(open, account, evidence, organisation);
    }

    private Activated again(String token, BuyerAnswers answers) {
        String email = activations.madeBy(token);
        try {
            return new Activated(signIn.withPassword(email, answers.password()), Role.BUYER);
        } catch (EnrolException e) {
            throw e.is(ErrorCode.INVALID_CREDENTIALS) ? new EnrolException(ErrorCode.LINK_USED) : e;
        }
    }
}
