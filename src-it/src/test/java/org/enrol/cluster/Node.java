package org.enrol.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A server that the operators' scripts start: a node of the cluster, or the balancer.
 *
 * @param base        its directory
 * @param offset      added to every port
 * @param startScript the script that starts it
 * @param options     of its first start; the script remembers them for later ones
 */
record Node(Path base, int offset, String startScript, List<String> options, Scripts scripts) {

    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration READY = Duration.ofSeconds(300);
    private static final Duration DEATH = Duration.ofSeconds(20);
    private static final int PAGES = 8080;
    private static final int MANAGEMENT = 9990;
    /** How many requests a servlet has answered; a balancer's questions whether the node is alive reach none. */
    private static final Pattern ANSWERED = Pattern.compile("(?m)^undertow_request_count_total\\{[^}]*type=\"servlet\"[^}]*\\} ([0-9.E]+)$");

    String name() {
        return base.getFileName().toString();
    }

    /** Where it answers itself, whoever is in front of it. */
    String url() {
        return "http://127.0.0.1:" + (PAGES + offset);
    }

    /** Begins to start and does not wait until it is ready. */
    void start() {
        boolean first = !Files.exists(base.resolve("server.conf"));
        String[] arguments = Stream.concat(Stream.of(base.toString()), first ? options.stream() : Stream.empty()).toArray(String[]::new);
        scripts.named(startScript).run(START, arguments);
    }

    void awaitReady() {
        scripts.named("wait.sh").run(READY.plus(START), base.toString(), Long.toString(READY.toSeconds()));
    }

    boolean isRunning() {
        return process().isPresent();
    }

    /** {@code kill -9}; returns when the process is gone, and with it everything that it had open. */
    void kill() {
        ProcessHandle process = process().orElseThrow(() -> new AssertionError(name() + " does not run"));
        process.destroyForcibly();
        process.onExit().orTimeout(DEATH.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** As a machine that stops for a moment: connections stay open, nothing answers. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    /** How many requests its pages have answered since it started. */
    long answered() {
        HttpRequest metrics = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (MANAGEMENT + offset) + "/metrics"))
                .timeout(START).build();
        try {
            String figures = HttpClient.newHttpClient().send(metrics, BodyHandlers.ofString()).body();
            return ANSWERED.matcher(figures).results().map(MatchResult::group).mapToLong(Node::figure).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** What it has logged so far. */
    String log() {
        try {
            return Files.readString(base.resolve("log/server.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long figure(String line) {
        return (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }

    private void signal(String name) {
        long pid = process().orElseThrow(() -> new AssertionError(name() + " does not run")).pid();
        new Script(Path.of("/bin/kill"), scripts.environment()).run(DEATH, "-" + name, Long.toString(pid));
    }

    private Optional<ProcessHandle> process() {
        try {
            Path file = base.resolve("pid");
            return Files.exists(file) ? ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).filter(ProcessHandle::isAlive)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
