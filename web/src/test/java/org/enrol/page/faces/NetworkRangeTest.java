package org.enrol.page.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkRangeTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.1.2, true", "10.0.0.0/8, 11.0.0.1, false", "192.0.2.128/25, 192.0.2.127, false", "192.0.2.7, 192.0.2.7, true",
        "fd00::/8, fd12::1, true", "fd00::/8, fe00::1, false", "0.0.0.0/0, 203.0.113.9, true", "0.0.0.0/0, ::1, false"})
    void aRangeHoldsTheAddressesThatAgreeInItsPrefix(String range, String address, boolean inside) {
        assertThat(NetworkRange.parse(range).contains(literal(address))).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "", "10.0.0/8"})
    void whatIsNoRangeStopsTheServer(String text) {
        assertThatThrownBy(() -> NetworkRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.9:4711, 203.0.113.9", "[2001:db8::1]:443, 2001:db8:0:0:0:0:0:1", "' 203.0.113.9 ', 203.0.113.9"})
    void aHopMayCarryAPort(String hop, String address) {
        assertThat(literal(hop).getHostAddress()).isEqualTo(address);
    }

    @Test
    void aNameIsNeverLookedUp() {
        assertThat(NetworkRange.address("localhost")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.77, 203.0.113.0/24", "2001:db8:1:2ff::7, 2001:db8:1:200:0:0:0:0/56"})
    void oneHouseholdIsOneNetwork(String address, String network) {
        assertThat(NetworkRange.around(literal(address))).hasToString(network);
    }

    private static InetAddress literal(String text) {
        return NetworkRange.address(text).orElseThrow();
    }
}
