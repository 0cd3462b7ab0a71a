package org.enrol.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages of the web root, and what can be done on them. */
final class SitePages {

    /** A page asks a bean to do something, as {@code requestPage.act}. */
    record Deed(String bean, String method) implements Comparable<Deed> {

        @Override
        public String toString() {
            return bean + "." + method;
        }

        @Override
        public int compareTo(Deed other) {
            return toString().compareTo(other.toString());
        }
    }

    private static final String ROOT = "web/src/main/webapp";
    private static final Pattern DEED = Pattern.compile("\\b(?:action|actionListener|listener)=\"#\\{(\\w+)\\.(\\w+)");
    private static final Pattern INCLUDE = Pattern.compile("<ui:include\\b[^>]*\\bsrc=\"(/[^\"]+)\"");

    private SitePages() {
    }

    /** As {@code /buyer/create}. */
    static List<String> addresses() {
        return Repository.files(ROOT, ".xhtml").stream().map(SitePages::path)
                .filter(path -> !path.startsWith("/WEB-INF/") && !path.startsWith("/resources/"))
                .map(path -> path.replaceFirst("\\.xhtml$", "").replaceFirst("^/index$", "/")).sorted().toList();
    }

    /** What its buttons, links and arrival do, those of its parts included. */
    static Set<Deed> deeds(String address) {
        Set<Deed> deeds = new TreeSet<>();
        collect(Repository.file(ROOT + (address.equals("/") ? "/index" : address) + ".xhtml"), deeds);
        return deeds;
    }

    private static void collect(Path view, Set<Deed> deeds) {
        String text = Repository.text(view);
        DEED.matcher(text).results().map(found -> new Deed(found.group(1), found.group(2))).forEach(deeds::add);
        INCLUDE.matcher(text).results().flatMap(found -> parts(found.group(1))).forEach(part -> collect(part, deeds));
    }

    /** What the page decides when it is shown, may be any part of that name. */
    private static Stream<Path> parts(String name) {
        String pattern = Stream.of(name.split("#\\{[^}]*}", -1)).map(Pattern::quote).collect(Collectors.joining("[^/]*"));
        return Repository.files(ROOT + "/WEB-INF/parts", ".xhtml").stream().filter(part -> path(part).matches(pattern));
    }

    private static String path(Path view) {
        return Repository.name(view).substring(ROOT.length());
    }
}
