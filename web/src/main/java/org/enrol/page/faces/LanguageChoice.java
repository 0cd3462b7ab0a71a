package org.enrol.page.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

/** The language of this request: the one asked for in the address, else the one chosen before, else the browser's, else English. */
@RequestScoped
public class LanguageChoice {

    /** Parameter of the language switch and name of the cookie that remembers it. */
    static final String NAME = "lang";
    private static final int ONE_YEAR = 365 * 24 * 60 * 60;

    @Inject
    SiteCookie cookies;
    private Language language = Language.ENGLISH;

    void make(HttpServletRequest request, HttpServletResponse response) {
        Optional<Language> asked = isGet(request) ? Language.of(request.getParameter(NAME)) : Optional.empty();
        asked.ifPresent(chosen -> cookies.write(response, NAME, chosen.code(), ONE_YEAR));
        language = asked.or(() -> cookies.read(request, NAME).flatMap(Language::of)).or(() -> browsers(request)).orElse(Language.ENGLISH);
    }

    private static boolean isGet(HttpServletRequest request) {
        return request.getMethod().equals("GET");
    }

    private static Optional<Language> browsers(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream().map(Locale::getLanguage).map(Language::of).flatMap(Optional::stream)
                .findFirst();
    }

    public Language language() {
        return language;
    }
}
