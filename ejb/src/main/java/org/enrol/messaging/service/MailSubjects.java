package org.enrol.messaging.service;

import java.util.Arrays;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

/** What the mails are called: their subjects, which hold nothing that a person typed, in the reader's language. */
@ApplicationScoped
public class MailSubjects {

    /** @param template name of a {@link MailTemplate}, or of an old one, which is called by its name @param language BCP 47 */
    public String of(String template, String language) {
        MailPhrases phrases = MailPhrases.in(language);
        return Arrays.stream(MailTemplate.values()).filter(known -> known.name().equals(template)).findFirst()
                .map(known -> phrases.say(known.key() + ".subject", Map.of("service", phrases.say("service", Map.of()))))
                .orElse(template);
    }
}
