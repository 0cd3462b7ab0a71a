package org.enrol.account.faces;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A browser's header User-Agent in two words that its owner recognises. A guess, shown and never relied on. */
final class BrowserName {

    /** In this order: most browsers also claim to be those that come later. */
    private static final Map<String, String> BROWSERS = ordered("Edg", "Edge", "OPR", "Opera", "Firefox", "Firefox", "Chrome", "Chrome",
            "Safari", "Safari");
    private static final Map<String, String> SYSTEMS = ordered("Windows", "Windows", "Android", "Android", "iPhone", "iPhone", "iPad", "iPad",
            "Mac OS", "macOS", "CrOS", "ChromeOS", "Linux", "Linux");

    private BrowserName() {
    }

    static Optional<String> of(String userAgent) {
        return first(BROWSERS, userAgent).map(browser -> browser + first(SYSTEMS, userAgent).map(system -> ", " + system).orElse(""));
    }

    private static Optional<String> first(Map<String, String> names, String userAgent) {
        return names.entrySet().stream().filter(name -> userAgent.contains(name.getKey())).map(Map.Entry::getValue).findFirst();
    }

    private static Map<String, String> ordered(String... signsAndNames) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < signsAndNames.length; i += 2) {
            names.put(signsAndNames[i], signsAndNames[i + 1]);
        }
        return names;
    }
}
