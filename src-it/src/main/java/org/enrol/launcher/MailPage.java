package org.enrol.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The caught mails for a browser, and for programs.
 *
 * <table>
 * <caption>Addresses</caption>
 * <tr><td>{@code /?to=<address>}<td>the list; {@code refresh=5} loads it again every 5 seconds
 * <tr><td>{@code /messages?to=<address>}<td>the same as JSON, newest first
 * <tr><td>{@code /messages/<id>}<td>one mail
 * <tr><td>{@code /messages/<id>/html}<td>its HTML part alone, without any right to run something
 * </table>
 */
public final class MailPage implements Closeable {

    private static final Pattern MESSAGE = Pattern.compile("/messages/([a-z0-9-]+)(/html)?");
    private static final String PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; img-src data:;"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    /** Pictures by address are left out: opening a mail here must call nobody. */
    private static final String MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " sandbox allow-popups allow-popups-to-escape-sandbox";
    private static final int THREADS = 4;

    private final MailCatcher catcher;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    private MailPage(MailCatcher catcher, HttpServer server) {
        this.catcher = catcher;
        this.server = server;
    }

    /** @throws StartRefused if the port is taken */
    public static MailPage start(MailCatcher catcher, int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(Ports.loopback(), port), 0);
            MailPage page = new MailPage(catcher, server);
            server.setExecutor(page.threads);
            server.createContext("/", page::answer);
            server.start();
            return page;
        } catch (IOException e) {
            throw new StartRefused("The mail page could not listen on port " + port + ".", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
            Matcher message = MESSAGE.matcher(path);
            if (!isLocal(exchange.getRequestHeaders().getFirst("Host"))) {
                send(exchange, 400, "text/plain", "Unknown host");
            } else if (path.equals("/")) {
                list(exchange, query);
            } else if (path.equals("/messages")) {
                String json = found(query).stream().map(Mail::toJson).collect(Collectors.joining(",\n", "[", "]"));
                send(exchange, 200, "application/json", json);
            } else if (message.matches()) {
                one(exchange, message.group(1), message.group(2) != null);
            } else {
                send(exchange, 404, "text/html", MailHtml.missing());
            }
        }
    }

    private void list(HttpExchange exchange, Map<String, String> query) throws IOException {
        boolean refresh = query.containsKey("refresh");
        if (refresh) {
            exchange.getResponseHeaders().set("Refresh", "5");
        }
        send(exchange, 200, "text/html", MailHtml.list(found(query), query.getOrDefault("to", ""), refresh));
    }

    private void one(HttpExchange exchange, String id, boolean htmlAlone) throws IOException {
        Optional<Mail> mail = catcher.messages().stream().filter(m -> m.id().equals(id)).findFirst();
        if (mail.isEmpty()) {
            send(exchange, 404, "text/html", MailHtml.missing());
        } else if (htmlAlone) {
            exchange.getResponseHeaders().set("Content-Security-Policy", MAIL_POLICY);
            send(exchange, 200, "text/html", "<base target=\"_blank\">" + mail.get().html());
        } else {
            send(exchange, 200, "text/html", MailHtml.one(mail.get()));
        }
    }

    private List<Mail> found(Map<String, String> query) {
        String to = query.getOrDefault("to", "");
        return to.isBlank() ? catcher.messages() : catcher.messages(to);
    }

    /** Another name for this machine would be a page of somebody else that reads the mails through the browser. */
    private static boolean isLocal(String host) {
        return host != null && host.matches("(localhost|127\\.0\\.0\\.1)(:\\d+)?");
    }

    private static Map<String, String> query(String raw) {
        return raw == null ? Map.of() : Pattern.compile("&").splitAsStream(raw).map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> pair.length < 2 ? "" : decoded(pair[1]),
                        (first, second) -> first));
    }

    /** A bare plus stays a plus: people type {@code ?to=jane+test@…} into the address bar. Forms send %2B for it anyway. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().computeIfAbsent("Content-Security-Policy", name -> List.of(PAGE_POLICY));
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }
    }
}
