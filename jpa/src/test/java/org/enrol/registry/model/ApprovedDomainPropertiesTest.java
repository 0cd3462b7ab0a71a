package org.enrol.registry.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The match of domains, against a statement of it in whole labels. */
class ApprovedDomainPropertiesTest {

    @Property
    void whatIsCoveredEndsWithWholeLabelsOfTheEntry(@ForAll("domains") String entry, @ForAll("domains") String other) {
        List<String> labels = List.of(other.split("\\."));
        List<String> suffix = List.of(entry.split("\\."));
        boolean below = labels.size() >= suffix.size() && labels.subList(labels.size() - suffix.size(), labels.size()).equals(suffix);

        assertThat(entry(entry, true, false).covers(other)).isEqualTo(below);
    }

    @Property
    void theBodyIsCoveredByTheEntryAndCoversThePerson(@ForAll("domains") String entry, @ForAll("domains") String below) {
        ApprovedDomain broad = entry(entry, true, true);
        String covered = below + "." + entry;

        String body = broad.bodyOf(covered);

        assertThat(broad.covers(body)).isTrue();
        assertThat(entry(body, true, false).covers(covered)).isTrue();
        assertThat(body.split("\\.")).hasSize(entry.split("\\.").length + 1);
    }

    /** Few letters, so that one is often the end of another. */
    @Provide
    Arbitrary<String> domains() {
        Arbitrary<String> label = Arbitraries.strings().withChars('a', 'b').ofMinLength(1).ofMaxLength(2);
        return label.list().ofMinSize(1).ofMaxSize(4).map(labels -> String.join(".", labels));
    }

    private static ApprovedDomain entry(String domain, boolean below, boolean manyBodies) {
        return new ApprovedDomain(domain, below, manyBodies, "An organisation", "sample", Instant.EPOCH);
    }
}
