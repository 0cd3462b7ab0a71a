package org.enrol.messaging.adapter;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How the mail server is spoken to. Encryption, where it is asked for, is never negotiated away: a server that does not offer it, or whose
 * certificate the JVM's trust store does not vouch for under the name we called, gets no mail and no password.
 */
@ApplicationScoped
class SmtpSettings {

    private static final Logger LOGGER = System.getLogger(SmtpSettings.class.getName());
    private static final String CONNECT_MILLIS = "2000";
    private static final String ANSWER_MILLIS = "5000";

    enum Tls { NONE, STARTTLS, TLS }

    @Inject
    @ConfigProperty(name = "enrol.smtp.tls", defaultValue = "none")
    String tls;
    @Inject
    @ConfigProperty(name = "enrol.smtp.user")
    Optional<String> user;
    @Inject
    @ConfigProperty(name = "enrol.smtp.password")
    Optional<String> password;

    private Tls mode;

    @PostConstruct
    void read() {
        try {
            mode = Tls.valueOf(tls.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("ENROL_SMTP_TLS must be none, starttls or tls", e);
        }
        if (user.isPresent() != password.isPresent()) {
            throw new IllegalStateException("ENROL_SMTP_USER and ENROL_SMTP_PASSWORD must be set together");
        }
        if (mode == Tls.NONE && user.isPresent()) {
            LOGGER.log(Level.WARNING, "The mail server's password travels unencrypted: set ENROL_SMTP_TLS to starttls or tls");
        }
    }

    /** The server's session with our time-outs and encryption; its host, port and sender stay. */
    Session apply(Session server) {
        Properties properties = new Properties();
        properties.putAll(server.getProperties());
        properties.put("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.put("mail.smtp.timeout", ANSWER_MILLIS);
        properties.put("mail.smtp.writetimeout", ANSWER_MILLIS);
        // The last mail is accepted before QUIT: its answer is not worth waiting for.
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.auth", String.valueOf(user.isPresent()));
        properties.put("mail.smtp.ssl.enable", String.valueOf(mode == Tls.TLS));
        properties.put("mail.smtp.starttls.enable", String.valueOf(mode == Tls.STARTTLS));
        properties.put("mail.smtp.starttls.required", String.valueOf(mode == Tls.STARTTLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        return Session.getInstance(properties);
    }

    /** @throws IllegalStateException if the configured sender is no address: then no mail is at fault, and none may be given up for it */
    static InternetAddress sender(Session session) {
        try {
            return new InternetAddress(String.valueOf(session.getProperty("mail.from")), true);
        } catch (AddressException e) {
            throw new IllegalStateException("ENROL_MAIL_FROM must be an e-mail address, as: Enrol <no-reply@example.org>", e);
        }
    }

    void connect(Transport transport) throws MessagingException {
        if (user.isPresent()) {
            transport.connect(user.get(), password.orElseThrow());
        } else {
            transport.connect();
        }
    }
}
