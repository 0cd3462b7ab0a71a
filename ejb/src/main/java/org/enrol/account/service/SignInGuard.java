package org.enrol.account.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.enrol.account.model.Account;
import org.enrol.audit.service.Origin;
import org.enrol.messaging.service.MailOrder;
import org.enrol.messaging.service.MailTemplate;
import org.enrol.messaging.service.Mails;
import org.enrol.throttle.service.Limit;
import org.enrol.throttle.service.Throttle;

/**
 * Slows guessing down without letting strangers lock an owner out: it is always the pair of account and network that waits, and only after
 * very many failures do networks that the owner never used have to prove the mailbox first.
 *
 * <p>Source: design section 6 (guessing).
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class SignInGuard {

    private static final Duration WAIT = Duration.ofMinutes(15);
    private static final Duration DAY = Duration.ofDays(1);
    /** The fifth failure of one network on one account… */
    private static final Limit PAIR = new Limit("sign-in-pair", 4, WAIT);
    /** …makes that pair wait. */
    private static final Limit WAITING = new Limit("sign-in-wait", 1, WAIT);
    private static final Limit ACCOUNT = new Limit("sign-in-account", 100, DAY);
    private static final Limit GUARD_MAIL = new Limit("sign-in-guard-mail", 1, DAY);
    /** One network trying many accounts. */
    private static final Limit NETWORK = new Limit("sign-in-network", 100, WAIT);

    @Inject
    Throttle throttle;
    @Inject
    Sessions sessions;
    @Inject
    Mails mails;
    @Inject
    Origin origin;

    public boolean networkIsExhausted() {
        return throttle.isUsedUp(NETWORK, origin.network());
    }

    /** @param account null if there is none; the answer must not depend on that for anybody outside */
    public boolean keepsOut(String canonicalEmail, Account account) {
        if (throttle.isUsedUp(WAITING, pair(canonicalEmail))) {
            return true;
        }
        boolean known = account != null && sessions.isKnown(account.id(), origin.network());
        return !known && throttle.isUsedUp(ACCOUNT, canonicalEmail);
    }

    /** @return whether this failure makes the pair wait from now on */
    public boolean failed(String canonicalEmail, Account account) {
        throttle.admit(NETWORK, origin.network());
        boolean waits = !throttle.admit(PAIR, pair(canonicalEmail));
        if (waits) {
            throttle.clear(PAIR, pair(canonicalEmail));
            throttle.clear(WAITING, pair(canonicalEmail));
            throttle.admit(WAITING, pair(canonicalEmail));
        }
        boolean within = throttle.admit(ACCOUNT, canonicalEmail);
        if (!within && account != null && account.isActive() && throttle.admit(GUARD_MAIL, canonicalEmail)) {
            mails.order(new MailOrder(MailTemplate.SIGN_IN_GUARDED, account.email().typed(), account.language(), 0, Map.of("name", account.name())));
        }
        return waits;
    }

    public void succeeded(String canonicalEmail) {
        throttle.clear(PAIR, pair(canonicalEmail));
    }

    /** The mailbox was proved from here: whatever strangers did is forgotten. */
    public void proved(String canonicalEmail) {
        throttle.clear(PAIR, pair(canonicalEmail));
        throttle.clear(WAITING, pair(canonicalEmail));
        throttle.clear(ACCOUNT, canonicalEmail);
    }

    private String pair(String canonicalEmail) {
        return canonicalEmail + " " + origin.network();
    }
}
