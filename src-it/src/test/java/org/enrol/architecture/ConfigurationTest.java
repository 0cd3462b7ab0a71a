package org.enrol.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of the README lists every environment variable, with its true default, and no other. */
class ConfigurationTest {

    private static final String HEADER = "| variable | default | unit | effect |";
    private static final String NONE = "none";
    private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");
    /** What WildFly itself sets, as jboss.node.name, is no variable of ours. */
    private static final Pattern INJECTED = Pattern.compile("@ConfigProperty\\(\\s*name = \"(enrol\\.[^\"]+)\"(?:,\\s*defaultValue = \"([^\"]*)\")?");
    private static final Pattern LOOKED_UP = Pattern.compile("getConfig\\(\\)\\.get(?:Optional)?Value\\(\"([^\"]+)\"()");
    private static final Pattern OF_THE_SERVER = Pattern.compile("\\$\\{env\\.([A-Z_]+)(?::([^}]*))?\\}");
    private static final Pattern OF_A_SCRIPT = Pattern.compile("\\$\\{(ENROL_[A-Z_]+)(?::?-([^}]*))?\\}");
    private static final Pattern OF_THE_DEMO = Pattern.compile("\"(ENROL_[A-Z_]+)\"()");
    /** What one script sets for the script that it calls. */
    private static final Pattern HANDED_ON = Pattern.compile("(?m)^export ENROL_.*$");

    private final Map<String, String> listed = table();
    private final Map<String, Set<String>> read = new TreeMap<>();

    ConfigurationTest() {
        Stream.of("jpa", "ejb", "web").forEach(module -> collect(module + "/src/main/java", ".java", INJECTED, LOOKED_UP));
        Stream.of("jpa", "ejb", "web").forEach(module -> collect(module + "/src/main", ".xml", OF_THE_SERVER));
        collect("wildfly-config/cli", ".cli", OF_THE_SERVER);
        collect("wildfly-config/bin", ".sh", OF_A_SCRIPT);
    }

    @Test
    void theVariablesAreFoundInCodeServerAndScripts() {
        assertThat(read).containsKeys("ENROL_SECRET_KEY", "ENROL_DB_USER", "ENROL_DB_URL", "ENROL_HEAP_MAX");
    }

    @Test
    void everyVariableThatIsReadStandsInTheTable() {
        assertThat(read.keySet()).filteredOn(variable -> !listed.containsKey(variable)).as("read, but not in the README").isEmpty();
    }

    @Test
    void everyVariableOfTheTableIsRead() {
        assertThat(listed.keySet()).filteredOn(variable -> !read.containsKey(variable)).as("in the README, but never read").isEmpty();
    }

    @Test
    void theDefaultsOfTheTableAreTrueWhereverAVariableIsRead() {
        assertThat(listed.entrySet()).filteredOn(row -> read.containsKey(row.getKey()) && !read.get(row.getKey()).equals(Set.of(row.getValue())))
                .extracting(row -> row.getKey() + ": README " + row.getValue() + ", read with " + read.get(row.getKey())).isEmpty();
    }

    @Test
    void theDemoSetsNothingThatIsNotRead() {
        assertThat(Repository.files("src-it/src/main/java", ".java").stream().map(Repository::text).flatMap(text -> find(OF_THE_DEMO, text))
                .map(match -> match.group(1))).contains("ENROL_DB_URL").filteredOn(variable -> !read.containsKey(variable)).isEmpty();
    }

    private void collect(String folder, String ending, Pattern... patterns) {
        for (Pattern pattern : patterns) {
            Repository.files(folder, ending).stream().map(Repository::text).map(text -> HANDED_ON.matcher(text).replaceAll(""))
                    .flatMap(text -> find(pattern, text))
                    .forEach(match -> read.computeIfAbsent(variable(match.group(1)), name -> new TreeSet<>()).add(standard(match.group(2))));
        }
    }

    /** MicroProfile Config: {@code enrol.public.url} is {@code ENROL_PUBLIC_URL}. */
    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    private static String standard(String value) {
        return value == null || value.isEmpty() ? NONE : value;
    }

    /** By variable; a row may hold several, with as many defaults or one for all. */
    private static Map<String, String> table() {
        List<String> lines = Repository.text(Repository.file("README.md")).lines().toList();
        int header = lines.indexOf(HEADER);
        assertThat(header).as("README.md has no table with the header " + HEADER).isNotNegative();
        Map<String, String> table = new TreeMap<>();
        lines.stream().skip(header + 2L).takeWhile(line -> line.startsWith("|")).map(line -> line.split("\\s*\\|\\s*")).forEach(cells -> {
            List<String> defaults = quoted(cells[2]);
            List<String> names = quoted(cells[1]);
            for (int i = 0; i < names.size(); i++) {
                table.put(names.get(i), defaults.isEmpty() ? NONE : defaults.get(Math.min(i, defaults.size() - 1)));
            }
        });
        return table;
    }

    private static List<String> quoted(String cell) {
        List<String> quoted = new ArrayList<>();
        Matcher matcher = QUOTED.matcher(cell);
        while (matcher.find()) {
            quoted.add(matcher.group(1));
        }
        return quoted;
    }

    private static Stream<MatchResult> find(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
