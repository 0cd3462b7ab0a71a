package org.enrol.load;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail server that keeps nothing but the link of each mail, so that it costs next to nothing beside what is measured.
 *
 * <p>Source: RFC 5321, as much of it as one known client uses.
 */
final class MailSink implements Closeable {

    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]{43})");

    private final ServerSocket door;
    private final Map<String, CompletableFuture<String>> links = new ConcurrentHashMap<>();

    MailSink(int port) throws IOException {
        door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        daemon("mail-sink", this::welcome);
    }

    /** The token of the link in the recipient's next mail. */
    CompletableFuture<String> expect(String recipient) {
        CompletableFuture<String> token = new CompletableFuture<>();
        links.put(recipient, token);
        return token;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                daemon("mail-client", () -> serve(client));
            } catch (IOException e) {
                // Closed: the loop's condition says so.
            }
        }
    }

    private void serve(Socket client) {
        try (client; BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                OutputStream out = client.getOutputStream()) {
            say(out, "220 sink");
            String recipient = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.length() < 4 ? line : line.substring(0, 4);
                switch (verb) {
                    case "RCPT" -> recipient = line.substring(line.indexOf('<') + 1, line.lastIndexOf('>'));
                    case "DATA" -> {
                        say(out, "354 go on");
                        take(recipient, letter(in));
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> { }
                }
                say(out, "250 ok");
            }
        } catch (IOException e) {
            // The client went away; it will send again what it has no answer for.
        }
    }

    private void take(String recipient, String letter) {
        Matcher token = TOKEN.matcher(letter);
        CompletableFuture<String> waiting = links.remove(recipient);
        if (waiting != null && token.find()) {
            waiting.complete(token.group(1));
        }
    }

    /** The lines up to the lonely dot; the soft breaks and the equals sign of quoted-printable undone, which is enough for links. */
    private static String letter(BufferedReader in) throws IOException {
        StringBuilder letter = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (line.endsWith("=")) {
                letter.append(line, 0, line.length() - 1);
            } else {
                letter.append(line).append('\n');
            }
        }
        return letter.toString().replace("=3D", "=");
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
