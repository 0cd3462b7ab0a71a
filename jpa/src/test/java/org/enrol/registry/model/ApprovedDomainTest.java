package org.enrol.registry.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovedDomainTest {

    private static final Instant ADDED = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"cool.gov.uk", "mail.cool.gov.uk", "a.b.c.cool.gov.uk"})
    void anEntryCoversItselfAndWhatIsBelowIt(String domain) {
        assertThat(entry("cool.gov.uk", true, false).covers(domain)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"notcool.gov.uk", "gov.uk", "uk", "cool.gov.uk.example.com", "cool.gov.ukx", "cool-gov.uk", "mail.notcool.gov.uk", "xcool.gov.uk"})
    void aLabelThatOnlyEndsAlikeIsNotCovered(String domain) {
        assertThat(entry("cool.gov.uk", true, false).covers(domain)).isFalse();
    }

    @Test
    void anExactEntryCoversNothingBelowIt() {
        ApprovedDomain exact = entry("museum.org.uk", false, false);

        assertThat(exact.covers("museum.org.uk")).isTrue();
        assertThat(exact.covers("mail.museum.org.uk")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
            "leeds.gov.uk,           leeds.gov.uk",
            "mail.leeds.gov.uk,      leeds.gov.uk",
            "a.b.mail.leeds.gov.uk,  leeds.gov.uk",
            "notleeds.gov.uk,        notleeds.gov.uk",
            "gov.uk,                 gov.uk"})
    void underABroadSuffixTheLabelBelowNamesTheBody(String covered, String body) {
        assertThat(entry("gov.uk", true, true).bodyOf(covered)).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mod.uk", "dstl.mod.uk", "a.b.mod.uk"})
    void theEntryOfOneBodyNamesIt(String covered) {
        assertThat(entry("mod.uk", true, false).bodyOf(covered)).isEqualTo("mod.uk");
    }

    @Test
    void evidenceIsBroadOnlyWhereTheBodyStandsBelowTheEntry() {
        assertThat(new DomainEvidence("gov.uk", "leeds.gov.uk", "GOV.UK", "embedded", ADDED).isBroad()).isTrue();
        assertThat(new DomainEvidence("mod.uk", "mod.uk", "Ministry of Defence", "embedded", ADDED).isBroad()).isFalse();
    }

    private static ApprovedDomain entry(String domain, boolean below, boolean manyBodies) {
        return new ApprovedDomain(domain, below, manyBodies, "An organisation", "sample", ADDED);
    }
}
