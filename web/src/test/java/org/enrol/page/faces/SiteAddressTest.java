package org.enrol.page.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://Enrol.example, enrol.example, true", "https://enrol.example, enrol.example:443, true", "https://enrol.example, ENROL.example, true",
        "https://enrol.example, enrol.example:8443, false", "http://localhost:8080, localhost:8080, true", "http://localhost:8080, localhost, false",
        "https://enrol.example, enrol.example.evil, false"})
    void onlyThePublicAddressNamesThisSite(URI url, String host, boolean ours) {
        assertThat(new SiteAddress(url).isNamedBy(host)).isEqualTo(ours);
    }

    @Test
    void aRequestWithoutHostNamesNothing() {
        assertThat(new SiteAddress(URI.create("http://localhost:8080")).isNamedBy(null)).isFalse();
    }

    @Test
    void cookiesAreHeldToTheHostWhereTheSiteIsEncrypted() {
        assertThat(new SiteAddress(URI.create("https://enrol.example")).cookieName("enrol")).isEqualTo("__Host-enrol");
        assertThat(new SiteAddress(URI.create("http://localhost:8080")).cookieName("enrol")).isEqualTo("enrol");
    }

    @Test
    void theOriginIsWrittenAsBrowsersWriteIt() {
        assertThat(new SiteAddress(URI.create("HTTPS://Enrol.example:443/")).origin()).isEqualTo("https://enrol.example");
    }
}
