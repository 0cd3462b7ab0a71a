package org.enrol.page.faces;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of addresses, such as {@code 10.0.0.0/8} or {@code fd00::/8}.
 *
 * @param prefix how many leading bits must agree
 */
record NetworkRange(InetAddress start, int prefix) {

    private static final int IPV4_BYTES = 4;
    /** Only what can be an address already, so that nothing is ever asked of a name server. */
    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** @throws IllegalArgumentException if the text is no range; configuration must not start a server that trusts by mistake */
    static NetworkRange parse(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress start = address(parts[0]).orElseThrow(() -> new IllegalArgumentException("no network range: " + text));
        int bits = start.getAddress().length * Byte.SIZE;
        int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException("no network range: " + text);
        }
        return new NetworkRange(start, prefix);
    }

    /** The network that one household or office has: an IPv4 /24, an IPv6 /56. */
    static NetworkRange around(InetAddress address) {
        byte[] bytes = address.getAddress();
        int prefix = bytes.length == IPV4_BYTES ? 24 : 56;
        Arrays.fill(bytes, prefix / Byte.SIZE, bytes.length, (byte) 0);
        try {
            return new NetworkRange(InetAddress.getByAddress(bytes), prefix);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @return empty if the text is no literal address */
    static Optional<InetAddress> address(String text) {
        String literal = text.strip().replaceAll("^\\[(.*)](:\\d+)?$", "$1").replaceAll("^(\\d+\\.\\d+\\.\\d+\\.\\d+):\\d+$", "$1");
        if (!LITERAL.matcher(literal).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress address) {
        byte[] own = start.getAddress();
        byte[] other = address.getAddress();
        if (own.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if ((own[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return start.getHostAddress() + "/" + prefix;
    }
}
