package org.enrol.messaging.adapter;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enrol.messaging.port.Mail;
import org.enrol.messaging.port.Messaging;

/**
 * Sends through the server's mail session. It says where; {@link SmtpSettings} say how.
 *
 * <p>Source: RFC 5321 (SMTP), RFC 3207 (STARTTLS), RFC 8314 (implicit TLS).
 */
@ApplicationScoped
class SmtpMessaging implements Messaging {

    /** A batch that takes longer leaves the rest for the next one, well inside the minute that a delivery has. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Resource(lookup = "java:jboss/mail/Enrol")
    Session server;
    @Inject
    SmtpSettings settings;
    @Inject
    Clock clock;

    @Override
    public Map<String, Failure> send(List<Mail> mails) {
        Map<String, Failure> failures = new LinkedHashMap<>();
        Iterator<Mail> waiting = mails.iterator();
        Failure rest = new Failure("the connection was lost, or the time for one batch was used up, before this mail", false);
        Session session = settings.apply(server);
        try (Transport transport = session.getTransport("smtp")) {
            settings.connect(transport);
            sendAll(session, transport, waiting, failures);
        } catch (MessagingException e) {
            rest = SmtpFailure.unreachable(e);
        }
        for (Mail mail : (Iterable<Mail>) () -> waiting) {
            failures.put(mail.id(), rest);
        }
        return failures;
    }

    private void sendAll(Session session, Transport transport, Iterator<Mail> waiting, Map<String, Failure> failures) {
        Instant end = clock.instant().plus(PATIENCE);
        boolean connected = true;
        while (connected && waiting.hasNext() && clock.instant().isBefore(end)) {
            Mail mail = waiting.next();
            Optional<Failure> failure = attempt(session, transport, mail);
            if (failure.isPresent()) {
                failures.put(mail.id(), failure.get());
                connected = transport.isConnected();
            }
        }
    }

    private Optional<Failure> attempt(Session session, Transport transport, Mail mail) {
        try {
            Message message = new Letter(session, mail, clock.instant());
            transport.sendMessage(message, message.getAllRecipients());
            return Optional.empty();
        } catch (AddressException e) {
            return Optional.of(new Failure("the recipient is not an address that SMTP can carry", true));
        } catch (MessagingException e) {
            return Optional.of(SmtpFailure.of(e));
        }
    }
}
