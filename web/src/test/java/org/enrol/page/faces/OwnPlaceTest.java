package org.enrol.page.faces;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPlaceTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/buyer", "/activate?token=AA-_9", "/account/details"})
    void pathsOfThisSiteAreOurs(String address) {
        assertThat(OwnPlace.isOwn(address)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "buyer", "//evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example/", "javascript:alert(1)",
        "/a\r\nSet-Cookie: x=y", "/\tevil", " /buyer"})
    void nothingThatABrowserCouldTakeForAnotherSiteIs(String address) {
        assertThat(OwnPlace.isOwn(address)).isFalse();
    }
}
