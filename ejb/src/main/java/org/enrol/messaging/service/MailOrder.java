package org.enrol.messaging.service;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What is kept of a mail until it is written: no text and no token, so that nothing at rest opens anything.
 *
 * @param to       address as its owner writes it
 * @param language of the person, as a BCP 47 tag; English is used for one that Enrol does not speak
 * @param linkId   the link that the mail carries; 0 if the template has none
 * @param values   what the texts mention, as typed by people: {@code name}, {@code domain}
 */
public record MailOrder(MailTemplate template, String to, String language, long linkId, Map<String, String> values) {

    /** A moment, as {@link Instant} writes it: from when something may be asked again. */
    static final String AGAIN = "again";
    /** When it was ordered: the mail tells it, since a retry may come hours later. */
    private static final String AT = "at";
    /** {@code Json.…} would search the class path for its provider at every call. */
    private static final JsonProvider JSON = JsonProvider.provider();

    /** @throws IllegalArgumentException if the template's link or one of its values is missing */
    public MailOrder {
        values = Map.copyOf(values);
        if (template.purpose().isPresent() != (linkId != 0)) {
            throw new IllegalArgumentException(template + (linkId == 0 ? " needs a link" : " has no link"));
        }
        if (!values.keySet().containsAll(template.needs())) {
            throw new IllegalArgumentException(template + " needs the values " + template.needs());
        }
    }

    MailOrder orderedAt(Instant at) {
        Map<String, String> dated = new HashMap<>(values);
        dated.put(AT, at.toString());
        return new MailOrder(template, to, language, linkId, dated);
    }

    /** The same with another link. */
    MailOrder with(long link) {
        return new MailOrder(template, to, language, link, values);
    }

    Instant at() {
        return Instant.parse(values.getOrDefault(AT, Instant.EPOCH.toString()));
    }

    String toJson() {
        JsonObjectBuilder people = JSON.createObjectBuilder();
        values.forEach(people::add);
        return JSON.createObjectBuilder()
                .add("template", template.name())
                .add("to", to)
                .add("language", language)
                .add("link", linkId)
                .add("values", people)
                .build().toString();
    }

    /** @throws IllegalArgumentException if this is not what {@link #toJson} writes, as after a roll-back to an older version */
    static MailOrder parse(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            JsonObject order = reader.readObject();
            Map<String, String> values = new HashMap<>();
            order.getJsonObject("values").forEach((name, value) -> values.put(name, ((JsonString) value).getString()));
            return new MailOrder(MailTemplate.valueOf(order.getString("template")), order.getString("to"), order.getString("language"),
                    order.getJsonNumber("link").longValueExact(), values);
        } catch (JsonException | ClassCastException | NullPointerException | ArithmeticException e) {
            throw new IllegalArgumentException("Not a mail order", e);
        }
    }

    /** Hides the person: it may stand in a log. */
    @Override
    public String toString() {
        return template + " in " + language;
    }
}
