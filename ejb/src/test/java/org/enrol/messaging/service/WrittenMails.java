package org.enrol.messaging.service;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.enrol.messaging.port.Mail;

/** Mails as they are written for one person. */
final class WrittenMails {

    static final String URL = "https://enrol.example";
    static final MailLink LINK = new MailLink("AAAAAAAAAAdXtoken_-", Duration.ofHours(24));
    static final Instant AT = Instant.parse("2026-11-22T10:15:30Z");

    private WrittenMails() {
    }

    static MailText text() {
        MailText text = new MailText();
        text.publicUrl = URL;
        return text;
    }

    static MailOrder order(MailTemplate template, String language, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        template.needs().forEach(name -> all.putIfAbsent(name, name.equals(MailOrder.AGAIN) ? AT.toString() : "dept.example"));
        return new MailOrder(template, "jo@dept.example", language, template.purpose().isPresent() ? 7 : 0, all).orderedAt(AT);
    }

    static Mail write(MailTemplate template, String language, Map<String, String> values) {
        return text().write("1.a", order(template, language, values), template.purpose().isPresent() ? LINK : MailLink.NONE);
    }
}
