package org.enrol.launcher;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;

/** Takes a MIME message apart: the first plain part and the first HTML part, attachments left aside. */
final class MailReader {

    private MailReader() {
    }

    static Mail read(String id, String to, MimeMessage message, Instant receivedAt) throws MessagingException, IOException {
        String from = message.getFrom() == null ? "" : decoded(message.getFrom()[0].toString());
        String subject = message.getSubject() == null ? "" : message.getSubject();
        String messageId = message.getMessageID() == null ? "" : message.getMessageID();
        return new Mail(id, to, from, subject, body(message, "text/plain"), body(message, "text/html"), receivedAt, messageId);
    }

    private static String body(Part part, String type) throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return "";
        }
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String found = body(inner, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    private static String decoded(String header) {
        try {
            return MimeUtility.decodeText(header);
        } catch (UnsupportedEncodingException e) {
            return header;
        }
    }
}
