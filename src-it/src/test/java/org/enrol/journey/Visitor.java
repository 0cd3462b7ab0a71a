package org.enrol.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.enrol.surroundings.Surroundings;

/**
 * Somebody with a browser that knows pages, forms and cookies but neither looks nor scripts. Everybody comes from a network of
 * their own (the server under test trusts this machine's X-Forwarded-For), so that no test uses up another one's limits.
 */
public final class Visitor {

    /** A page that needs longer is broken; the slowest waits for its turn to hash a password, and for a pool without connections. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final AtomicInteger NETWORKS = new AtomicInteger();

    private final Map<String, String> cookies = new TreeMap<>();
    private final String site;
    private final String address;
    private String entrance;
    private String agent = "Browser of the tests";

    private Visitor(String site, String address) {
        this.site = site;
        this.entrance = site;
        this.address = address;
    }

    /** Somebody new, from a network that nobody else comes from. */
    static Visitor fromNewNetwork() {
        return fromNewNetworkTo(Surroundings.url());
    }

    /** The same at another site than the one server of most tests. */
    public static Visitor fromNewNetworkTo(String site) {
        int network = NETWORKS.incrementAndGet();
        return new Visitor(site, "10." + network / 256 + "." + network % 256 + ".7");
    }

    /** From now on straight to one of the servers behind the site; it is still called by the site's name. */
    public Visitor entering(String server) {
        entrance = server;
        return this;
    }

    /** Another browser in the same network. */
    Visitor neighbour() {
        return new Visitor(site, address.replaceAll("\\d+$", Integer.toString(8 + NETWORKS.incrementAndGet() % 200)));
    }

    /** The same browser, as if its session cookie had been lost. */
    Visitor withoutSession() {
        Visitor same = new Visitor(site, address);
        same.cookies.putAll(cookies);
        same.cookies.remove("enrol-session");
        return same;
    }

    Visitor calling(String agent) {
        this.agent = agent;
        return this;
    }

    public String address() {
        return address;
    }

    /** @param path with query; redirects are not followed */
    public Page open(String path) {
        return send(request(path).GET());
    }

    /** Where the redirect leads; redirects from there are not followed. */
    public Page follow(Page redirect) {
        String place = redirect.header("Location").orElseThrow(() -> new AssertionError("no redirect: " + redirect));
        return open(place.startsWith(site) ? place.substring(site.length()) : place);
    }

    public Page submit(Form form) {
        return post(form.action(), form.encoded());
    }

    /** Hands in a form with a file, as browsers do (RFC 7578). */
    Page submit(Form form, String field, SentFile file) {
        return send(request(form.action()).header("Content-Type", "multipart/form-data; boundary=" + SentFile.BOUNDARY)
                .POST(BodyPublishers.ofByteArray(file.encoded(form, field))));
    }

    /** Hands in the form and goes where the answer leads. */
    public Page submitAndFollow(Form form) {
        return follow(submit(form));
    }

    Page post(String path, String encoded) {
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded, StandardCharsets.UTF_8)));
    }

    /** For what no browser would send: starts with the cookies and the network of this visitor. */
    HttpRequest.Builder request(String path) {
        return requestFrom(address, path);
    }

    /** @param forwarded what the proxy in front says about where the request comes from */
    HttpRequest.Builder requestFrom(String forwarded, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(entrance + path)).timeout(PATIENCE)
                .header("User-Agent", agent).header("X-Forwarded-For", forwarded).header("Accept-Language", "en");
        if (!entrance.equals(site)) {
            request.header("Host", URI.create(site).getAuthority());
        }
        if (!cookies.isEmpty()) {
            request.header("Cookie", String.join("; ", cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).toList()));
        }
        return request;
    }

    Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Page(answer.uri().getPath(), answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    void bring(String cookie, String value) {
        cookies.put(cookie, value);
    }

    private void keep(String line) {
        String[] pair = line.split(";", 2)[0].split("=", 2);
        if (line.contains("Expires=Thu, 01-Jan-1970")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
