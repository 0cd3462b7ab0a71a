package org.enrol.page.faces;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The texts of the pages in the language of the request: {@code #{text['start.title']}}, and with named arguments (ICU message format,
 * which knows the plurals of every language) {@code #{text.with('buyer.sent', 'email', value)}}.
 */
@Named("text")
@RequestScoped
public class Texts extends AbstractMap<String, String> {

    private static final String BUNDLE = "org.enrol.text";
    private static final ResourceBundle.Control ENGLISH_LAST =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @Inject
    LanguageChoice choice;

    /** @throws MissingResourceException if no language has the text: a missing text is a bug and never a blank on a page */
    @Override
    public String get(Object key) {
        return bundle().getString((String) key);
    }

    /** Whether there is such a text; for texts that only some fields have. */
    public boolean has(String key) {
        return bundle().containsKey(key);
    }

    /** @param namesAndValues name, value, name, value … */
    public String with(String key, Object... namesAndValues) {
        Map<String, Object> arguments = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            arguments.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return format(key, arguments);
    }

    /** @param arguments what the text mentions, by name */
    public String format(String key, Map<String, ?> arguments) {
        // The texts themselves write their numbers in these digits.
        ULocale locale = ULocale.forLocale(choice.language().locale()).setKeywordValue("numbers", "latn");
        Map<String, Object> isolated = new HashMap<>(arguments);
        isolated.replaceAll((name, value) -> value instanceof String text ? choice.language().isolated(text) : value);
        return new MessageFormat(get(key), locale).format(isolated);
    }

    /** A moment as people write it, in UTC: the server does not know where they are. */
    public String moment(Instant instant) {
        return written(instant, DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT));
    }

    /** The day of a moment, in UTC. */
    public String day(Instant instant) {
        return written(instant, DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM));
    }

    /** A day of a calendar, with its weekday. */
    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(choice.language().formats()).format(day);
    }

    private String written(Instant instant, DateTimeFormatter format) {
        return format.withLocale(choice.language().formats()).withZone(ZoneOffset.UTC).format(instant);
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return bundle().keySet().stream().map(key -> Map.entry(key, get(key))).collect(Collectors.toUnmodifiableSet());
    }

    private ResourceBundle bundle() {
        return bundle(choice.language());
    }

    static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle(BUNDLE, language.locale(), Texts.class.getClassLoader(), ENGLISH_LAST);
    }
}
