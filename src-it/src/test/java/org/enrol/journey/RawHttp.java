package org.enrol.journey;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.enrol.surroundings.Surroundings;

/** Bytes to the server as they are, for what no browser and no library would send. */
final class RawHttp {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final URI SITE = URI.create(Surroundings.url());

    private RawHttp() {
    }

    /**
     * An answer.
     *
     * @param status 0 where the server hung up without one
     */
    record Answer(int status, String head, String body) {

        boolean hasLayout() {
            return body.contains("class=\"govuk-template\"") && body.contains("<h1");
        }

        @Override
        public String toString() {
            return head + "\n" + body.substring(0, Math.min(300, body.length()));
        }
    }

    static String host() {
        return SITE.getAuthority();
    }

    /** @param request the first line, without version */
    static Answer ask(String request, String... headers) {
        return ask(request, List.of(headers), "");
    }

    static Answer ask(String request, List<String> headers, String body) {
        return send(request + " HTTP/1.1\r\nHost: " + host() + "\r\nConnection: close\r\n"
                + String.join("", headers.stream().map(header -> header + "\r\n").toList()) + "\r\n" + body);
    }

    /** Every character is one byte. */
    static Answer send(String bytes) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", SITE.getPort()), (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            write(socket.getOutputStream(), bytes);
            return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (SocketException hungUp) {
            return new Answer(0, "", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server that has refused already need not read the rest. */
    private static void write(OutputStream out, String bytes) throws IOException {
        try {
            out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        } catch (SocketException closed) {
            return;
        }
    }

    private static Answer read(String answer) {
        if (answer.isEmpty()) {
            return new Answer(0, "", "");
        }
        int end = answer.indexOf("\r\n\r\n");
        String head = end < 0 ? answer : answer.substring(0, end);
        return new Answer(Integer.parseInt(head.split(" ")[1]), head, end < 0 ? "" : answer.substring(end + 4));
    }
}
