package org.enrol.messaging.service;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;

/** The texts of all mails in one language: ICU messages with named arguments. */
final class MailPhrases {

    static final Set<String> LANGUAGES = Set.of("en", "cy", "fr", "ar");
    /** For people whose language we do not speak. */
    private static final String FALLBACK = "en";
    private static final String BUNDLE = "org.enrol.mail";
    private static final Duration LONGEST_IN_HOURS = Duration.ofHours(48);

    private final ULocale locale;
    private final ResourceBundle texts;

    private MailPhrases(String language) {
        locale = new ULocale(language);
        // Without the fall-back, a server in France would write French to people whose language has no bundle.
        texts = ResourceBundle.getBundle(BUNDLE, Locale.forLanguageTag(language), MailPhrases.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /** @param tag BCP 47; of a regional one, as fr-CA, the language counts */
    static MailPhrases in(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return new MailPhrases(LANGUAGES.contains(language) ? language : FALLBACK);
    }

    String language() {
        return locale.getLanguage();
    }

    boolean isRightToLeft() {
        return locale.isRightToLeft();
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }

    /** @throws java.util.MissingResourceException if there is no such text */
    String say(String key, Map<String, Object> values) {
        return new MessageFormat(texts.getString(key), locale).format(values);
    }

    /** As "24 hours" or "30 minutes", in the grammatical case that follows "within". */
    String lifetime(Duration lifetime) {
        if (lifetime.compareTo(LONGEST_IN_HOURS) > 0) {
            return say("lifetime.days", Map.of("count", lifetime.toDays()));
        }
        boolean wholeHours = lifetime.toHours() > 0 && lifetime.toMinutesPart() == 0;
        return wholeHours
                ? say("lifetime.hours", Map.of("count", lifetime.toHours()))
                : say("lifetime.minutes", Map.of("count", lifetime.toMinutes()));
    }

    /** In UTC and saying so: we do not know where the reader is. Our English is British, day before month. */
    String moment(Instant at) {
        DateFormat format = DateFormat.getInstanceForSkeleton("yMMMMdHm", "en".equals(language()) ? ULocale.UK : locale);
        format.setTimeZone(TimeZone.getTimeZone("UTC"));
        return format.format(Date.from(at)) + " UTC";
    }
}
