package org.enrol.page.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a request really comes from. X-Forwarded-For is believed only as far as the machines that wrote it are trusted
 * (ENROL_TRUSTED_PROXIES, ranges separated by commas): it is read from the right, and the first stranger is the client.
 */
@ApplicationScoped
public class ClientAddress {

    private List<NetworkRange> trusted;

    protected ClientAddress() {
    }

    @Inject
    public ClientAddress(@ConfigProperty(name = "enrol.trusted.proxies") Optional<String> proxies) {
        trusted = proxies.stream().flatMap(list -> Arrays.stream(list.split(","))).filter(text -> !text.isBlank())
                .map(NetworkRange::parse).toList();
    }

    /**
     * @param address literal
     * @param network what counts as one place for throttles: an IPv4 /24, an IPv6 /56
     */
    public record Client(String address, String network) {
    }

    public Client of(HttpServletRequest request) {
        InetAddress client = NetworkRange.address(request.getRemoteAddr()).orElseThrow();
        List<String> hops = hops(request);
        for (int i = hops.size() - 1; i >= 0 && isTrusted(client); i--) {
            Optional<InetAddress> hop = NetworkRange.address(hops.get(i));
            if (hop.isEmpty()) {
                break;
            }
            client = hop.get();
        }
        return new Client(client.getHostAddress(), NetworkRange.around(client).toString());
    }

    private static List<String> hops(HttpServletRequest request) {
        return Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .flatMap(line -> Arrays.stream(line.split(","))).map(String::strip).toList();
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }
}
