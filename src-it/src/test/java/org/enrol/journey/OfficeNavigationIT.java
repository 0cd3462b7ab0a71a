package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;

/** The navigation of the back office shows to each role what it may open, all of that, and nothing else. */
class OfficeNavigationIT extends ClientTest {

    private static final List<String> ROLES = List.of("ADMINISTRATOR", "SUPPORT", "AUDITOR", "STAFF_MANAGER");
    private static final Pattern NAVIGATION = Pattern.compile("<nav class=\"enrol-places\".*?</ul>", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\" aria-current=\"([^\"]+)\"");

    @Test
    void eachRoleIsShownWhatItMayOpenAndNothingElse() {
        Map<String, Staff> people = ROLES.stream().collect(Collectors.toMap(Function.identity(), Staff::with));
        Map<String, Set<String>> shown = people.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, person -> places(person.getValue().visitor().open("/admin"))));
        Set<String> all = shown.values().stream().flatMap(Set::stream).collect(Collectors.toSet());

        assertThat(all).contains("/admin", "/admin/requests", "/admin/domains", "/admin/staff", "/admin/audit");
        people.forEach((role, person) -> assertThat(all).allSatisfy(place -> assertThat(person.visitor().open(place).status())
                .as("%s %s", role, place).isEqualTo(shown.get(role).contains(place) ? 200 : 403)));
    }

    @Test
    void theCurrentPlaceIsMarkedAndSoIsTheListThatAPageBelongsTo() {
        Visitor ada = Staff.administrator().visitor();

        assertThat(current(ada.open("/admin"))).containsExactly("/admin");
        assertThat(current(ada.open("/admin/requests"))).containsExactly("/admin/requests");
        assertThat(current(ada.open("/admin/audit"))).containsExactly("/admin/audit");
        assertThat(current(ada.open("/admin/keyboard"))).isEmpty();
    }

    private static Set<String> places(Page page) {
        return links(page).stream().map(link -> link.group(1)).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> current(Page page) {
        return links(page).stream().filter(link -> link.group(2).equals("page")).map(link -> link.group(1)).toList();
    }

    private static List<MatchResult> links(Page page) {
        return NAVIGATION.matcher(page.body()).results().flatMap(nav -> LINK.matcher(nav.group()).results()).toList();
    }
}
