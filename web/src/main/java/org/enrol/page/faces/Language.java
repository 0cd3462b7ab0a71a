package org.enrol.page.faces;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages of the pages. */
public enum Language {

    ENGLISH("en", "English"),
    WELSH("cy", "Cymraeg"),
    FRENCH("fr", "Français"),
    ARABIC("ar", "العربية");

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private final Locale locale;
    private final String ownName;

    Language(String code, String ownName) {
        this.locale = Locale.forLanguageTag(code);
        this.ownName = ownName;
    }

    static Optional<Language> of(String code) {
        return Arrays.stream(values()).filter(language -> language.code().equals(code)).findFirst();
    }

    public String code() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }

    /** For dates: English without a country writes them as in the United States. */
    Locale formats() {
        return this == ENGLISH ? Locale.UK : locale;
    }

    /** How the language calls itself. */
    public String ownName() {
        return ownName;
    }

    /** A Latin name or address in an Arabic sentence, so that neither mixes up the other's order. */
    String isolated(String text) {
        return direction().equals("rtl") ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE : text;
    }

    /** The value of the attribute dir. */
    public String direction() {
        return this == ARABIC ? "rtl" : "ltr";
    }
}
