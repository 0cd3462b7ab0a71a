package org.enrol.messaging.adapter;

import com.ibm.icu.text.IDNA;
import jakarta.mail.MessagingException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.enrol.messaging.port.Mail;

/**
 * A mail as it travels: both forms of the text, and headers that keep automatic replies away and let a receiver drop a repeated mail.
 *
 * <p>Source: RFC 5322, RFC 2046 (multipart/alternative), RFC 2047 (encoded headers), RFC 3834 (Auto-Submitted).
 */
final class Letter extends MimeMessage {

    private static final IDNA DOMAINS = IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

    private final String messageId;

    /** @throws AddressException if the recipient is no address, or none that can be written in ASCII */
    Letter(Session session, Mail mail, Instant at) throws MessagingException {
        super(session);
        InternetAddress from = SmtpSettings.sender(session);
        messageId = "<" + mail.id() + "@" + domain(from.getAddress()) + ">";
        setFrom(from);
        setRecipient(RecipientType.TO, new InternetAddress(ascii(mail.to()), true));
        setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        setSentDate(Date.from(at));
        setContentLanguage(new String[] {mail.language()});
        setHeader("Auto-Submitted", "auto-generated");
        // Exchange does not know Auto-Submitted.
        setHeader("X-Auto-Response-Suppress", "All");
        setContent(new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
        saveChanges();
    }

    /** A retry must not look like a second mail. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }

    /** Only the domain can be translated; a mailbox name beyond ASCII would need SMTPUTF8 on every server of the way. */
    private static String ascii(String address) throws AddressException {
        int at = address.lastIndexOf('@');
        String mailbox = address.substring(0, Math.max(at, 0));
        if (mailbox.isEmpty() || !mailbox.chars().allMatch(c -> c > ' ' && c < 127 && "<>()[],;:\\\"@".indexOf(c) < 0)) {
            throw new AddressException("Not a mailbox name");
        }
        IDNA.Info info = new IDNA.Info();
        StringBuilder domain = DOMAINS.nameToASCII(domain(address), new StringBuilder(), info);
        if (info.hasErrors()) {
            throw new AddressException("Not a domain");
        }
        return mailbox + "@" + domain;
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
