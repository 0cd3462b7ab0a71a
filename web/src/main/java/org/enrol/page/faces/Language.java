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

    /** How the language calls itself. */
    public String ownName() {
        return ownName;
    }

    /** The value of the attribute dir. */
    public String direction() {
        return this == ARABIC ? "rtl" : "ltr";
    }
}
