package org.enrol.architecture;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The texts of one resource bundle in all languages, read from the sources.
 *
 * @param name  path below the module's resources, without ending: {@code org/enrol/text}
 * @param texts by language and key; a language without a file has no texts
 */
record Bundle(String name, Map<String, Map<String, String>> texts) {

    static final String ENGLISH = "en";
    static final List<String> LANGUAGES = List.of(ENGLISH, "cy", "fr", "ar");

    /** Every bundle that ships; configuration below META-INF is none. */
    static Stream<Bundle> all() {
        return Stream.of("jpa", "ejb", "web").map(module -> module + "/src/main/resources").flatMap(folder ->
                Repository.files(folder, ".properties").stream()
                        .map(file -> Repository.file(folder).relativize(file).toString().replace(".properties", ""))
                        .filter(name -> !name.startsWith("META-INF") && !isTranslation(name))
                        .map(name -> read(folder, name)));
    }

    static Bundle named(String name) {
        return all().filter(bundle -> bundle.name().equals(name)).findFirst().orElseThrow(() -> new AssertionError("There is no bundle " + name));
    }

    Map<String, String> english() {
        return texts.get(ENGLISH);
    }

    Stream<String> translations() {
        return LANGUAGES.stream().filter(language -> !language.equals(ENGLISH));
    }

    /** The texts of all languages that are like this. */
    List<Text> all(Predicate<Text> like) {
        return LANGUAGES.stream().flatMap(language -> texts.get(language).keySet().stream().map(key -> text(language, key))).filter(like).toList();
    }

    Text text(String language, String key) {
        return new Text(language, key, texts.get(language).get(key));
    }

    @Override
    public String toString() {
        return name;
    }

    /** What stands for a key in one language. */
    record Text(String language, String key, String words) {

        /** Names of the values that it mentions; nothing if it is no ICU message. */
        Optional<Set<String>> arguments() {
            try {
                return Optional.of(new MessageFormat(words, new ULocale(language)).getArgumentNames());
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return language + " " + key;
        }
    }

    private static boolean isTranslation(String name) {
        return LANGUAGES.stream().anyMatch(language -> name.endsWith("_" + language));
    }

    private static Bundle read(String folder, String name) {
        Map<String, Map<String, String>> texts = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            Path file = Repository.file(folder + "/" + name + (language.equals(ENGLISH) ? "" : "_" + language) + ".properties");
            texts.put(language, Files.exists(file) ? load(file) : Map.of());
        }
        return new Bundle(name, texts);
    }

    private static Map<String, String> load(Path file) {
        OncePerKey properties = new OncePerKey();
        try {
            properties.load(new StringReader(Repository.text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!properties.twice.isEmpty()) {
            throw new AssertionError(Repository.name(file) + " has these keys twice: " + properties.twice);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    /** Properties keep the last of two texts for one key and say nothing. */
    private static final class OncePerKey extends Properties {

        private static final long serialVersionUID = 1L;
        private final List<Object> twice = new ArrayList<>();

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                twice.add(key);
            }
            return super.put(key, value);
        }
    }
}
