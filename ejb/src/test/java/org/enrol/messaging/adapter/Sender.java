package org.enrol.messaging.adapter;

import jakarta.mail.Session;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.enrol.messaging.port.Mail;

/** The adapter as the container would put it together. As a program, it sends one mail and prints what failed. */
final class Sender {

    private Sender() {
    }

    static SmtpMessaging to(String host, int port, String tls, String user, String password) {
        SmtpSettings settings = new SmtpSettings();
        settings.tls = tls;
        settings.user = Optional.ofNullable(user);
        settings.password = Optional.ofNullable(password);
        settings.read();
        SmtpMessaging messaging = new SmtpMessaging();
        messaging.server = session(host, port);
        messaging.settings = settings;
        messaging.clock = Clock.fixed(Instant.parse("2026-11-22T10:15:30Z"), ZoneOffset.UTC);
        return messaging;
    }

    static SmtpMessaging to(int port) {
        return to("localhost", port, "none", null, null);
    }

    private static Session session(String host, int port) {
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.port", String.valueOf(port));
        properties.put("mail.from", "Enrol <no-reply@enrol.example>");
        return Session.getInstance(properties);
    }

    static Mail mail(String id, String to) {
        return new Mail(id, to, "Activate your account", "Hello", "<p>Hello</p>", "en");
    }

    /** @param arguments port, encryption, user, password */
    public static void main(String[] arguments) {
        SmtpMessaging messaging = to("localhost", Integer.parseInt(arguments[0]), arguments[1], arguments[2], arguments[3]);
        System.out.println("failed: " + messaging.send(List.of(mail("1.a", "jo@dept.example"))));
    }
}
