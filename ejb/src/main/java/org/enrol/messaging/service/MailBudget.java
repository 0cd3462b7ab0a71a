package org.enrol.messaging.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.enrol.throttle.service.Limit;
import org.enrol.throttle.service.Throttle;

/**
 * How many mails strangers may cause. What is over the budget is silently not sent: the page that was used says the same in any case.
 *
 * <p>Source: design section 6 (resend).
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class MailBudget {

    private static final Limit PAUSE = new Limit("mail-pause", 1, Duration.ofSeconds(30));
    private static final Limit ADDRESS = new Limit("mail-address", 3, Duration.ofHours(1));

    @Inject
    Throttle throttle;

    /**
     * Whether another mail that somebody unknown asked for may go to this address now; counts it if so.
     *
     * @param kind mails of one kind pause after each other: the link to register must not wait for the receipt of another page
     */
    public boolean admit(String kind, String canonicalEmail) {
        return throttle.admit(PAUSE, kind + " " + canonicalEmail) && throttle.admit(ADDRESS, canonicalEmail);
    }
}
