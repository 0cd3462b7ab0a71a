package org.enrol.messaging.service;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.enrol.messaging.port.Mail;

/**
 * Writes a mail from the texts of its template and the one layout that all mails share. Every address in it begins with the configured
 * public one. Subjects hold nothing that a person typed.
 */
@ApplicationScoped
class MailText {

    @Inject
    @ConfigProperty(name = "enrol.public.url")
    String publicUrl;

    private final Configuration layouts = layouts();

    /** @throws IllegalArgumentException if the order's recipient cannot stand in a header */
    Mail write(String id, MailOrder order, MailLink link) {
        MailPhrases phrases = MailPhrases.in(order.language());
        Map<String, Object> values = values(order, link, phrases);
        String key = order.template().key();
        String subject = phrases.say(key + ".subject", values);
        Map<String, Object> parts = parts(order.template(), link, phrases, values);
        parts.put("subject", subject);
        return new Mail(id, order.to(), subject, fill("layout.ftl", parts), fill("layout.ftlh", parts), phrases.language());
    }

    private static Map<String, Object> values(MailOrder order, MailLink link, MailPhrases phrases) {
        Map<String, Object> values = new HashMap<>();
        order.values().forEach((name, typed) -> values.put(name, TypedText.inside(typed, order.template().longest(name), phrases.isRightToLeft())));
        values.put("at", phrases.moment(order.at()));
        if (order.values().containsKey(MailOrder.AGAIN)) {
            values.put(MailOrder.AGAIN, phrases.moment(Instant.parse(order.values().get(MailOrder.AGAIN))));
        }
        values.put("service", phrases.say("service", Map.of()));
        if (link.isSecret()) {
            values.put("lifetime", phrases.lifetime(link.lifetime()));
        }
        return values;
    }

    private Map<String, Object> parts(MailTemplate template, MailLink link, MailPhrases phrases, Map<String, Object> values) {
        String key = template.key();
        Map<String, Object> parts = new HashMap<>();
        parts.put("language", phrases.language());
        parts.put("direction", phrases.isRightToLeft() ? "rtl" : "ltr");
        parts.put("service", values.get("service"));
        parts.put("title", phrases.say(key + ".title", values));
        parts.put("greeting", phrases.say(values.containsKey("name") ? "greeting.named" : "greeting", values));
        parts.put("paragraphs", paragraphs(key, phrases, values));
        if (!template.path().isEmpty()) {
            parts.put("button", phrases.say(key + ".button", values));
            parts.put("buttonHint", phrases.say("button.hint", values));
            parts.put("buttonAddress", publicUrl + template.path() + (link.isSecret() ? "?token=" + link.token() : ""));
        }
        parts.put("why", phrases.say(key + ".why", values));
        parts.put("automatic", phrases.say("automatic", values));
        parts.put("help", phrases.say("help", values));
        parts.put("helpAddress", publicUrl + "/help");
        return parts;
    }

    private static List<String> paragraphs(String key, MailPhrases phrases, Map<String, Object> values) {
        List<String> paragraphs = new ArrayList<>();
        for (int i = 1; phrases.has(key + "." + i); i++) {
            paragraphs.add(phrases.say(key + "." + i, values));
        }
        return paragraphs;
    }

    private String fill(String layout, Map<String, Object> parts) {
        try {
            StringWriter filled = new StringWriter();
            layouts.getTemplate(layout).process(parts, filled);
            return filled.toString();
        } catch (TemplateException e) {
            throw new IllegalStateException("The layout " + layout + " is broken", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Configuration layouts() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_35);
        configuration.setClassForTemplateLoading(MailText.class, "/org/enrol/messaging");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocalizedLookup(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        return configuration;
    }
}
