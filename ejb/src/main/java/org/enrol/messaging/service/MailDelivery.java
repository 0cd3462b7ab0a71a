package org.enrol.messaging.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import org.enrol.link.service.Links;
import org.enrol.messaging.port.Mail;
import org.enrol.messaging.port.Messaging;
import org.enrol.messaging.port.Messaging.Failure;
import org.enrol.outbox.port.Delivery;
import org.enrol.outbox.port.Owed;
import org.enrol.secret.SecretKeys;

/**
 * Writes and sends the mails that are due. A link's token exists from here on only.
 *
 * <p>A mailbox that is refused for good counts as delivered: trying it for a day would only hurt our name with the mail servers.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailDelivery implements Delivery {

    private static final Logger LOGGER = System.getLogger(MailDelivery.class.getName());
    private static final int FINGERPRINT_BYTES = 12;

    /** A mail, and what it came from. */
    private record Written(Owed owed, MailOrder order, Mail mail) {
    }

    @Inject
    Messaging messaging;
    @Inject
    MailText text;
    @Inject
    Links links;
    @Inject
    MailRefusals refusals;

    @Override
    public String topic() {
        return Mails.TOPIC;
    }

    @Override
    public Map<Long, String> deliver(List<Owed> batch) {
        Map<Long, String> failures = new HashMap<>();
        List<Written> written = write(batch, failures);
        Map<String, Failure> refused = messaging.send(written.stream().map(Written::mail).toList());
        Map<Long, String> refusedForGood = new HashMap<>();
        List<Long> sent = new ArrayList<>();
        for (Written each : written) {
            Failure failure = refused.get(each.mail().id());
            if (failure == null) {
                sent.add(each.order().linkId());
            } else {
                (failure.permanent() ? refusedForGood : failures).put(each.owed().id(), failure.reason());
            }
            log(each, failure);
        }
        note(sent.stream().filter(link -> link != 0).toList(), refusedForGood);
        return failures;
    }

    /** What staff and links know of the batch, in a transaction for each that has something to say. */
    private void note(List<Long> sent, Map<Long, String> refusedForGood) {
        if (!sent.isEmpty()) {
            links.sent(sent);
        }
        if (!refusedForGood.isEmpty()) {
            refusals.note(refusedForGood);
        }
    }

    /** One order that cannot be written must not hold up the others. */
    private List<Written> write(List<Owed> batch, Map<Long, String> failures) {
        List<Written> written = new ArrayList<>();
        for (Owed owed : batch) {
            try {
                written.add(write(owed));
            } catch (IllegalArgumentException | IllegalStateException | MissingResourceException | DateTimeException e) {
                LOGGER.log(Level.ERROR, "The mail of message " + owed.id() + " cannot be written, request " + owed.request(), e);
                failures.put(owed.id(), "cannot be written: " + e.getClass().getSimpleName());
            }
        }
        return written;
    }

    private Written write(Owed owed) {
        MailOrder order = MailOrder.parse(owed.payload());
        MailLink link = order.template().purpose()
                .map(purpose -> new MailLink(links.token(order.linkId(), purpose), links.lifetime(purpose)))
                .orElse(MailLink.NONE);
        return new Written(owed, order, text.write(id(owed), order, link));
    }

    /** The same on every attempt, but of no use to guess the number of anybody else's, and another one after the database is made anew. */
    private static String id(Owed owed) {
        return owed.id() + "." + HexFormat.of().formatHex(SecretKeys.digest(owed.payload()), 0, FINGERPRINT_BYTES);
    }

    private static void log(Written each, Failure refusal) {
        String mail = each.mail() + " (" + each.order().template() + ", request " + each.owed().request() + ")";
        if (refusal == null) {
            LOGGER.log(Level.INFO, "{0} accepted", mail);
        } else if (refusal.permanent()) {
            LOGGER.log(Level.WARNING, "{0} refused for good: {1}", mail, refusal.reason());
        }
    }
}
