package org.enrol.account.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.enrol.account.model.EmailAddress;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.link.model.Purpose;
import org.enrol.link.service.Links;
import org.enrol.link.service.OpenLink;

/**
 * A forgotten password. Asking does the same work for every address; whether there is an account decides only the mail, later and elsewhere.
 *
 * <p>Source: design sections 5 and 6, marketplace 1.9.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PasswordReset {

    @Inject
    EmailAddresses addresses;
    @Inject
    PasswordPolicy policy;
    @Inject
    PasswordHashing hashing;
    @Inject
    Links links;
    @Inject
    PasswordResets resets;

    /**
     * @param language of the mail, as a BCP 47 tag
     * @throws EnrolException EMAIL_REQUIRED, EMAIL_FORMAT or TOO_MANY_REQUESTS
     */
    public void ask(String email, String language) {
        EmailAddress address = addresses.parse("email", email);
        if (!resets.ask(address.canonical(), language)) {
            throw new EnrolException(ErrorCode.TOO_MANY_REQUESTS);
        }
    }

    /** Why the link is not good, so that the page can offer the way on; empty if it is. Nothing is used up. */
    public Optional<ErrorCode> problem(String token) {
        try {
            links.open(token, Purpose.RESET);
            return Optional.empty();
        } catch (EnrolException e) {
            return Optional.of(e.code());
        }
    }

    /** The address whose password the link sets; empty if it never was one of ours. */
    public String address(String token) {
        return links.identify(token, Purpose.RESET).map(OpenLink::address).orElse("");
    }

    /** @throws EnrolException if the link is not good, or PASSWORD_REQUIRED, PASSWORD_LENGTH, PASSWORD_COMMON at "password" */
    public void reset(String token, String password) {
        OpenLink link = links.open(token, Purpose.RESET);
        EnrolException.unlessEmpty(policy.check("password", password, resets.context(link)));
        resets.reset(link, hashing.hash(password));
    }
}
