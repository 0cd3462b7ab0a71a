package org.enrol.registry.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedDomainsTest {

    private static final String LABEL_63 = "a".repeat(63);

    private final TypedDomains domains = Guarding.typed();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        " police.uk             | police.uk",
        "Leeds.GOV.uk           | leeds.gov.uk",
        "leeds.gov.uk.          | leeds.gov.uk",
        "www.leeds.gov.uk       | www.leeds.gov.uk",
        "bücher.example         | xn--bcher-kva.example",
        "BÜCHER.example         | xn--bcher-kva.example",
        "xn--bcher-kva.example  | xn--bcher-kva.example",
        "straße.de              | xn--strae-oqa.de",
        "موقع.مصر               | xn--4gbrim.xn--wgbh1c",
        "leeds。gov。uk           | leeds.gov.uk",
        "例え.jp                 | xn--r8jz45g.jp"})
    void oneDomainHasOneCanonicalForm(String typed, String canonical) {
        assertThat(domains.read("domain", typed)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t"})
    void nothingIsAskedForAgain(String typed) {
        assertRefused(ErrorCode.DOMAIN_REQUIRED, typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*.gov.uk", "*", "gov.*", "*@gov.uk"})
    void wildcardsAreNamedAsSuch(String typed) {
        assertRefused(ErrorCode.DOMAIN_WILDCARD, typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "[10.0.0.1]", "http://10.0.0.1/", "10.0.0.1:8080", "jo@[10.0.0.1]", "2001:db8::1", "[2001:db8::1]", "::1",
        "::ffff:10.0.0.1", "fe80::1%1", "http://[2001:db8::1]:8080/x", "jo@[IPv6:2001:db8::1]"})
    void addressesOfMachinesAreNamedAsSuch(String typed) {
        assertRefused(ErrorCode.DOMAIN_IP_ADDRESS, typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uk", "UK", "gov", "uk.", "xn--wgbh1c", "مصر", "localhost"})
    void oneLabelIsTooLittle(String typed) {
        assertRefused(ErrorCode.DOMAIN_TOP_LEVEL, typed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "jo@leeds.gov.uk                     | leeds.gov.uk",
        "@leeds.gov.uk                       | leeds.gov.uk",
        "mailto:jo@leeds.gov.uk              | leeds.gov.uk",
        "https://www.leeds.gov.uk/about?x=1  | leeds.gov.uk",
        "HTTPS://LEEDS.gov.uk                | leeds.gov.uk",
        "leeds.gov.uk/about                  | leeds.gov.uk",
        "leeds.gov.uk:443                    | leeds.gov.uk",
        "//leeds.gov.uk/                     | leeds.gov.uk",
        "https://jo:x@bücher.example:8443/#a | xn--bcher-kva.example"})
    void theDomainWithinAnAddressIsOffered(String typed, String offered) {
        EnrolException refused = assertRefused(ErrorCode.DOMAIN_WITH_MORE, typed);

        assertThat(refused.reasons().get(0).arguments()).containsEntry("domain", offered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a..uk", ".gov.uk", "gov.uk..", "-a.org", "a-.org", "a_b.org", "foo?x.org bar", "a b.org", "gov.uk,nhs.uk", "gov.1", "x.-y",
        "0x7f.1", "https://", "@", "a@b@", "xn--.uk", "ab--c.d!", "'; drop table approved_domain; --", "<script>.uk", "gov\u00ADuk\u200B", "\uD800.uk"})
    void whatIsNoHostIsRefused(String typed) {
        assertThat(refusal(typed).code()).as(typed).isIn(ErrorCode.DOMAIN_FORMAT, ErrorCode.DOMAIN_TOP_LEVEL);
    }

    @Test
    void labelsHave63CharactersAndNames253() {
        String longest = (LABEL_63 + ".").repeat(3) + "a".repeat(58) + ".uk";

        assertThat(domains.read("domain", LABEL_63 + ".uk")).isEqualTo(LABEL_63 + ".uk");
        assertThat(domains.read("domain", longest)).hasSize(253);
        assertRefused(ErrorCode.DOMAIN_FORMAT, "a".repeat(64) + ".uk");
        assertRefused(ErrorCode.DOMAIN_FORMAT, "a" + longest);
        assertRefused(ErrorCode.DOMAIN_FORMAT, "a.".repeat(50_000) + "uk");
    }

    @Test
    void aDomainIsReadInItsOwnScript() {
        assertThat(domains.readable("xn--bcher-kva.example")).isEqualTo("bücher.example");
        assertThat(domains.readable("leeds.gov.uk")).isEqualTo("leeds.gov.uk");
    }

    private EnrolException assertRefused(ErrorCode code, String typed) {
        EnrolException refused = refusal(typed);
        assertThat(refused.code()).as(typed).isEqualTo(code);
        assertThat(refused.reasons().get(0).field()).isEqualTo("domain");
        return refused;
    }

    private EnrolException refusal(String typed) {
        return catchThrowableOfType(EnrolException.class, () -> domains.read("domain", typed));
    }
}
