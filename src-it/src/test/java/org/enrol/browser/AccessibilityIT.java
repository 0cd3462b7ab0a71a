package org.enrol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.enrol.surroundings.ClientTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Every page in every state against WCAG 2.2 AA, in English and Arabic, light and dark, wide and at 320 pixels. */
class AccessibilityIT extends ClientTest {

    private static final Set<String> NO_PAGES = Set.of("WEB-INF/applicant.xhtml", "WEB-INF/back.xhtml");
    /** Addresses and reference numbers. */
    private static final Pattern CHANGING = Pattern.compile("\\S+@\\S+|[0-9A-Z]{4}(-[0-9A-Z]{4}){2}");

    @Test
    void everyPageOfTheArchiveIsOnTheTour() {
        WebArchive war = ShrinkWrap.create(ZipImporter.class, "enrol.ear").importFrom(new File(System.getProperty("enrol.ear")))
                .as(EnterpriseArchive.class).getAsType(WebArchive.class, "/enrol-web.war");
        Set<String> views = war.getContent().keySet().stream().map(path -> path.get().substring(1))
                .filter(path -> path.endsWith(".xhtml") && !path.startsWith("WEB-INF/tags/") && !path.startsWith("WEB-INF/parts/"))
                .filter(path -> !NO_PAGES.contains(path)).collect(Collectors.toCollection(TreeSet::new));

        assertThat(Tour.sights()).extracting(sight -> sight.scene().view()).containsAll(views);
        assertThat(views).isNotEmpty();
    }

    @Test
    void tourStoodOnThePagesItNames() {
        assertThat(seen(sight -> !sight.scene().view().startsWith("WEB-INF/") && !sight.scene().view().equals("home.xhtml")
                && !("/" + sight.scene().view().replace(".xhtml", "")).equals(sight.path().equals("/") ? "/index" : sight.path())))
                .isEmpty();
    }

    /** Or a state was not reached. */
    @Test
    void scenesOfAPageSayDifferentThings() {
        Map<String, List<String>> alike = Tour.sights().stream().filter(sight -> sight.language().equals("en"))
                .collect(Collectors.groupingBy(sight -> sight.scene().view() + CHANGING.matcher(sight.text()).replaceAll(""),
                        Collectors.mapping(sight -> sight.scene().name(), Collectors.toList())));

        assertThat(alike.values()).filteredOn(names -> names.size() > 1)
                .containsExactlyInAnyOrder(List.of("error-404", "error-not-found"));
    }

    @Test
    void axeFindsNothing() {
        assertThat(said(Sight::violations)).isEmpty();
    }

    @Test
    void nothingStandsOutOfAWindowOf320Pixels() {
        assertThat(said(Sight::tooWide)).isEmpty();
    }

    @Test
    void headingsBeginWithOneOfTheFirstLevelAndSkipNone() {
        assertThat(seen(sight -> !isInOrder(sight.headings()))).isEmpty();
    }

    @Test
    void languageAndDirectionAreThoseOfThePage() {
        assertThat(seen(sight -> !sight.lang().equals(sight.language()))).isEmpty();
        assertThat(seen(sight -> !sight.dir().equals(sight.language().equals("ar") ? "rtl" : "ltr"))).isEmpty();
    }

    @Test
    void titleBeginsWithTheErrorWhereSomethingWasRefused() {
        List<Sight> refused = Tour.sights().stream().filter(sight -> sight.language().equals("en") && sight.summary()).toList();

        assertThat(refused).hasSizeGreaterThan(10).allMatch(sight -> sight.title().startsWith("Error: "));
        assertThat(seen(sight -> sight.language().equals("en") && !sight.summary() && sight.title().startsWith("Error")))
                .containsOnly("create-unknown-domain (en)");
    }

    @Test
    void pagesWithDifferentHeadingsHaveDifferentTitles() {
        Map<String, Set<String>> headings = Tour.sights().stream().collect(Collectors.groupingBy(Sight::title,
                Collectors.mapping(Sight::heading, Collectors.toSet())));

        assertThat(headings).allSatisfy((title, under) -> assertThat(under).as(title).hasSize(1));
        assertThat(headings.keySet()).allMatch(title -> title.endsWith("Enrol"));
    }

    @Test
    void summaryOfErrorsHasTheFocusAndItsLinksLeadIntoTheFields() {
        assertThat(seen(sight -> sight.summary() && !sight.focused())).isEmpty();
        assertThat(said(Sight::lostLinks)).isEmpty();
    }

    private static boolean isInOrder(List<Integer> levels) {
        boolean oneFirst = levels.stream().filter(level -> level == 1).count() == 1;
        return oneFirst && IntStream.range(1, levels.size()).allMatch(i -> levels.get(i) <= levels.get(i - 1) + 1);
    }

    private static List<String> seen(Predicate<Sight> wrong) {
        return Tour.sights().stream().filter(wrong).map(Sight::toString).toList();
    }

    private static List<String> said(Function<Sight, List<String>> what) {
        return Tour.sights().stream().flatMap(sight -> what.apply(sight).stream().map(line -> sight + ": " + line)).toList();
    }
}
