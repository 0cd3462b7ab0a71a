package org.enrol.messaging.adapter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A mail server that does what the ordinary test server cannot: STARTTLS, a password that it insists on, refusals, and hanging up.
 * Speaks as much of RFC 5321 and RFC 3207 as one client needs; one connection at a time.
 */
final class StrictMailServer implements AutoCloseable {

    /** A mail as it arrived. */
    record Received(String recipient, String content, boolean encrypted, boolean signedIn) {
    }

    private final ServerSocket socket;
    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private SSLContext startTls;
    private String password;
    private int hangUpAfter = Integer.MAX_VALUE;

    StrictMailServer() throws IOException {
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    StrictMailServer offeringStartTls(SSLContext context) {
        startTls = context;
        return this;
    }

    StrictMailServer insistingOnPassword(String secret) {
        password = secret;
        return this;
    }

    /** @param command as MAIL or DATA, or a recipient's address */
    StrictMailServer answering(String command, String reply) {
        replies.put(command, reply);
        return this;
    }

    StrictMailServer hangingUpAfter(int mails) {
        hangUpAfter = mails;
        return this;
    }

    StrictMailServer start() {
        Thread thread = new Thread(this::serve, "strict mail server");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    int port() {
        return socket.getLocalPort();
    }

    List<Received> received() {
        return received;
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                connections.incrementAndGet();
                new Conversation(client).hold();
            } catch (IOException | UncheckedIOException e) {
                // The client went away, or the test is over: the next connection tells.
            }
        }
    }

    private final class Conversation {

        private Socket line;
        private BufferedReader in;
        private Writer out;
        private boolean encrypted;
        private boolean signedIn;
        private String recipient;

        Conversation(Socket client) throws IOException {
            use(client);
        }

        private void use(Socket next) throws IOException {
            line = next;
            in = new BufferedReader(new InputStreamReader(next.getInputStream(), StandardCharsets.ISO_8859_1));
            out = new OutputStreamWriter(next.getOutputStream(), StandardCharsets.ISO_8859_1);
        }

        void hold() throws IOException {
            say("220 strict.example ESMTP");
            String command = in.readLine();
            while (command != null && !command.equalsIgnoreCase("QUIT") && received.size() < hangUpAfter) {
                answer(command);
                command = in.readLine();
            }
        }

        private void answer(String command) throws IOException {
            String verb = command.split(" ", 2)[0].toUpperCase();
            switch (verb) {
                case "EHLO" -> greet();
                case "STARTTLS" -> encrypt();
                case "AUTH" -> signIn(command);
                case "MAIL" -> say(password != null && !signedIn ? "530 5.7.0 Authentication required" : reply("MAIL", "250 ok"));
                case "RCPT" -> recipient(command.substring(command.indexOf('<') + 1, command.indexOf('>')));
                case "DATA" -> data();
                case "NOOP", "RSET" -> say("250 ok");
                default -> say("502 unknown");
            }
        }

        private void greet() throws IOException {
            StringBuilder greeting = new StringBuilder("250-strict.example\r\n");
            greeting.append(startTls != null && !encrypted ? "250-STARTTLS\r\n" : "");
            say(greeting.append("250 AUTH PLAIN").toString());
        }

        private void encrypt() throws IOException {
            say("220 go ahead");
            SSLSocket tls = (SSLSocket) startTls.getSocketFactory().createSocket(line, null, line.getPort(), false);
            tls.setUseClientMode(false);
            tls.startHandshake();
            use(tls);
            encrypted = true;
        }

        private void signIn(String command) throws IOException {
            String[] words = command.split(" ");
            if (words.length < 3) {
                say("334 ");
                words = new String[] {"", "", in.readLine()};
            }
            signedIn = new String(Base64.getDecoder().decode(words[2]), StandardCharsets.UTF_8).endsWith("\0" + password);
            say(signedIn ? "235 2.7.0 welcome" : "535 5.7.8 wrong");
        }

        private void recipient(String address) throws IOException {
            recipient = address;
            say(reply(address, "250 ok"));
        }

        private void data() throws IOException {
            if (replies.containsKey("DATA")) {
                say(replies.get("DATA"));
                return;
            }
            say("354 go ahead");
            StringBuilder content = new StringBuilder();
            for (String next = in.readLine(); next != null && !next.equals("."); next = in.readLine()) {
                content.append(next).append('\n');
            }
            received.add(new Received(recipient, content.toString(), encrypted, signedIn));
            say("250 2.0.0 accepted");
        }

        private String reply(String command, String usual) {
            return replies.getOrDefault(command, usual);
        }

        private void say(String reply) throws IOException {
            out.write(reply + "\r\n");
            out.flush();
        }
    }
}
