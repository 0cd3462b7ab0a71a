package org.enrol.registry.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which domains prove nothing about who somebody works for. */
class DomainRulesTest {

    private static final DomainRules RULES = Guarding.rules();

    @ParameterizedTest
    @ValueSource(strings = {"gmail.com", "mail.gmail.com", "hotmail.co.uk", "proton.me"})
    void personalProvidersAreRefused(String domain) {
        assertThat(RULES.objection(domain)).contains(ErrorCode.DOMAIN_PERSONAL_MAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"co.uk", "org.uk", "ltd.uk", "plc.uk", "net.uk", "me.uk", "uk.com", "github.io", "blogspot.com", "gouv.fr"})
    void publicSuffixesAreRefused(String domain) {
        assertThat(RULES.objection(domain)).contains(ErrorCode.DOMAIN_PUBLIC_SUFFIX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uk", "com", "amazonaws.com", "kawasaki.jp"})
    void whatHasPublicSuffixesBelowIsRefused(String domain) {
        assertThatThrownBy(() -> RULES.check("domain", domain)).isInstanceOf(EnrolException.class);
        assertThat(RULES.objection(domain)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gov.uk", "sch.uk", "kent.sch.uk", "service.gov.uk", "ac.uk", "police.uk", "leeds.gov.uk", "mod.uk", "parliament.uk",
        "riverside-museum.example", "leeds-museum.org.uk", "city.kawasaki.jp", "user.github.io"})
    void thePublicSectorsOwnSuffixesAndWhateverSomebodyHasAreFine(String domain) {
        assertThat(RULES.objection(domain)).isEmpty();
    }

    @Test
    void suffixesOfManyBodiesAreBroad() {
        assertThat(RULES.isBroad("gov.uk")).isTrue();
        assertThat(RULES.isBroad("leeds.gov.uk")).isFalse();
    }

    static Stream<String> sample() {
        return ShippedList.lines("domains.csv").stream().skip(1).map(line -> line.split(",", 2)[0]);
    }

    /** The list is checked here and not whenever a server starts. */
    @ParameterizedTest
    @MethodSource("sample")
    void theShippedSampleObeysTheRules(String domain) {
        assertThat(Guarding.typed().read("domain", domain)).isEqualTo(domain);
        assertThat(RULES.objection(domain)).isEmpty();
    }
}
