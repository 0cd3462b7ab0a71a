package org.enrol.account.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.enrol.account.service.Credentials.Claim;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;

/**
 * Signing in with e-mail address and password, and out again. Unknown address, wrong password, deactivated and kept out get the same answer
 * after the same work.
 *
 * <p>Runs without a transaction, because hashing takes long; what it writes, {@link Credentials} writes.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignIn {

    @Inject
    EmailAddresses addresses;
    @Inject
    PasswordHashing hashing;
    @Inject
    Credentials credentials;

    /**
     * @return the cookie of the new session
     * @throws EnrolException EMAIL_REQUIRED, EMAIL_FORMAT, PASSWORD_REQUIRED, INVALID_CREDENTIALS, TOO_MANY_REQUESTS or SERVICE_BUSY
     */
    public String withPassword(String email, String password) {
        requireBoth(email, password);
        String canonical = addresses.parse("email", email).canonical();
        if (credentials.networkIsExhausted()) {
            throw new EnrolException(ErrorCode.TOO_MANY_REQUESTS);
        }
        Claim claim = credentials.claim(canonical);
        if (!verify(password, claim.hash()) || claim.accountId() == 0) {
            credentials.failed(canonical);
            throw new EnrolException(ErrorCode.INVALID_CREDENTIALS);
        }
        String rehashed = hashing.isOutdated(claim.hash()) ? hashing.hash(password) : "";
        return credentials.signedIn(claim.accountId(), rehashed);
    }

    /** @param token the session's cookie; one that is over already is fine */
    public void out(String token) {
        credentials.signedOut(token);
    }

    /** So that somebody who forgot both is told at once. */
    private static void requireBoth(String email, String password) {
        List<Refusal> missing = new ArrayList<>();
        if (email == null || email.isBlank()) {
            missing.add(Refusal.at("email", ErrorCode.EMAIL_REQUIRED));
        }
        if (password == null || password.isEmpty()) {
            missing.add(Refusal.at("password", ErrorCode.PASSWORD_REQUIRED));
        }
        EnrolException.unlessEmpty(missing);
    }

    private boolean verify(String password, String hash) {
        // Typed in parts, one letter has up to four characters; what is longer was never accepted and is not worth hashing.
        boolean reasonable = password.length() <= 4 * PasswordPolicy.LONGEST;
        if (hash.isEmpty() || !reasonable) {
            hashing.verifyNobody(reasonable ? password : "");
            return false;
        }
        return hashing.verify(password, hash);
    }
}
