package org.enrol.account.faces;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0                                                        | Firefox, Linux
        Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Safari/537.36 Edg/150.0          | Edge, Windows
        Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/604.1      | Safari, iPhone
        Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Mobile Safari/537.36                       | Chrome, Android
        """)
    void aBrowserIsNamedAsItsOwnerKnowsIt(String userAgent, String name) {
        assertThat(BrowserName.of(userAgent)).contains(name);
    }

    @Test
    void whatIsNoBrowserHasNoName() {
        assertThat(BrowserName.of("curl/8.5.0")).isEmpty();
    }
}
