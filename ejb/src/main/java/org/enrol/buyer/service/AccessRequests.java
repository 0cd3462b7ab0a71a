package org.enrol.buyer.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.enrol.account.model.EmailAddress;
import org.enrol.account.service.EmailAddresses;
import org.enrol.account.service.PersonalAnswers;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;
import org.enrol.registry.port.DomainRegistry;
import org.enrol.registry.service.DomainRules;
import org.enrol.registry.service.PersonalProviders;

/**
 * Somebody at a domain that the registry does not know asks for it to be approved. No account, no proof yet: only a way to be answered.
 *
 * <p>Source: MP-01, alternative course; marketplace 1.7. Runs without a transaction: the registry may be far away.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccessRequests {

    private static final int LONGEST_REASON = 2000;
    private static final int LONGEST_LINK = 500;

    @Inject
    EmailAddresses addresses;
    @Inject
    PersonalAnswers personal;
    @Inject
    PersonalProviders personalProviders;
    @Inject
    DomainRules rules;
    @Inject
    DomainRegistry registry;
    @Inject
    AccessCommands commands;

    /**
     * Asking twice is one request.
     *
     * @throws EnrolException EMAIL_…, PERSONAL_EMAIL_NOT_ALLOWED, DOMAIN_…_PUBLIC_SUFFIX at "email"; DOMAIN_ALREADY_APPROVED: go and register; NAME_…, ORGANISATION_…,
     *                        JOB_…, REASON_…, EVIDENCE_LINK_FORMAT at their fields; TOO_MANY_REQUESTS
     */
    public void ask(AccessAnswers answers) {
        EmailAddress email = addresses.parse("email", answers.email());
        if (personalProviders.include(email.domain())) {
            throw new EnrolException(Refusal.at("email", ErrorCode.PERSONAL_EMAIL_NOT_ALLOWED));
        }
        rules.check("email", email.domain());
        AccessAnswers clean = clean(answers);
        if (isApproved(email)) {
            throw new EnrolException(ErrorCode.DOMAIN_ALREADY_APPROVED);
        }
        commands.ask(email, clean);
    }

    /** A silent registry does not stop anybody from asking: staff will see. */
    private boolean isApproved(EmailAddress email) {
        try {
            return registry.find(email.domain()).isPresent();
        } catch (EnrolException e) {
            if (!e.is(ErrorCode.REGISTRY_UNAVAILABLE)) {
                throw e;
            }
            return false;
        }
    }

    private AccessAnswers clean(AccessAnswers typed) {
        List<Refusal> problems = new ArrayList<>();
        AccessAnswers clean = new AccessAnswers(typed.email(),
                personal.line("name", typed.name(), ErrorCode.NAME_REQUIRED, ErrorCode.NAME_LENGTH, problems),
                personal.line("organisation", typed.organisation(), ErrorCode.ORGANISATION_REQUIRED, ErrorCode.ORGANISATION_LENGTH, problems),
                personal.line("job", typed.job(), ErrorCode.JOB_REQUIRED, ErrorCode.JOB_LENGTH, problems),
                personal.text("reason", typed.reason(), LONGEST_REASON, ErrorCode.REASON_REQUIRED, ErrorCode.REASON_LENGTH, problems),
                link(typed.evidenceLink(), problems),
                typed.language());
        EnrolException.unlessEmpty(problems);
        return clean;
    }

    private static String link(String typed, List<Refusal> problems) {
        String text = typed == null ? "" : typed.strip();
        if (!text.isEmpty() && (text.length() > LONGEST_LINK || !isWebAddress(text))) {
            problems.add(Refusal.at("evidenceLink", ErrorCode.EVIDENCE_LINK_FORMAT));
        }
        return text;
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
