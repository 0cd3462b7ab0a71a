package org.enrol.launcher;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * WildFly with Enrol as a child process, shared by the demo and the tests. It ends with its starter, even if that is killed.
 * Ready in about 10 s.
 */
public final class Server implements Closeable {

    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
    private static final long POLL_MILLIS = 100;
    private static final int LOG_LINES = 400;
    private static final int SHOWN_LINES = 8;

    private final ServerSettings settings;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private Process process;

    public Server(ServerSettings settings) {
        this.settings = settings;
    }

    /** Begins to start and does not wait. The configuration is copied afresh, so that a changed one holds. */
    public void launch() {
        prepare();
        ProcessBuilder builder = new ProcessBuilder(ServerCommand.of(settings)).directory(settings.folder().toFile())
                .redirectErrorStream(true).redirectOutput(settings.console().toFile());
        builder.environment().putAll(settings.environment());
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new StartRefused("The server could not be started with the Java at " + System.getProperty("java.home") + ".", e);
        }
        PidFile.write(settings.pid(), process.toHandle());
    }

    /**
     * Waits until the archive is deployed and the start page answers 200 (before that, WildFly may show a page of its own).
     *
     * @throws StartRefused if the server ends, does not take the archive, or is not ready in time; the message holds the end
     *                      of its log
     */
    public void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!deploymentIs("deployed") || status() != 200) {
            if (!process.isAlive()) {
                throw refused("The server ended while starting");
            }
            if (deploymentIs("failed")) {
                throw refused("The server did not take " + settings.ear().getFileName());
            }
            if (System.nanoTime() > end) {
                throw refused("The start page did not answer 200 within " + START_LIMIT.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    /** Shuts down in order, within a few seconds; kills what does not end. Does nothing where nothing runs. */
    public void stop() {
        if (process == null) {
            return;
        }
        try {
            process.getOutputStream().close();
            process.destroy();
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
            Files.deleteIfExists(settings.pid());
        } catch (IOException e) {
            kill();
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the process at once, as a power failure would. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Waits until the process has ended, whoever ended it. */
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        stop();
    }

    public String url() {
        return settings.url();
    }

    public ServerSettings settings() {
        return settings;
    }

    private void prepare() {
        PidFile.endOrphan(settings.pid());
        for (String made : List.of("configuration", "deployments", "tmp", "log")) {
            Folders.delete(settings.folder().resolve(made));
        }
        Folders.create(settings.deployments());
        Folders.create(settings.log().getParent());
        Path configuration = settings.wildflyHome().resolve("standalone/configuration");
        if (!Files.isDirectory(configuration) || !Files.exists(settings.ear())) {
            throw new StartRefused("The build is not complete (" + configuration + " and " + settings.ear() + " are needed):"
                    + " run the command from the root of the repository.");
        }
        Folders.copy(configuration, settings.folder().resolve("configuration"));
        try {
            Files.copy(settings.ear(), settings.deployments().resolve("enrol.ear"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StartRefused("Cannot copy " + settings.ear() + " (is the disk full?).", e);
        }
    }

    /** The deployment scanner leaves a file beside the archive that says what came of it. */
    private boolean deploymentIs(String outcome) {
        return Files.exists(settings.deployments().resolve("enrol.ear." + outcome));
    }

    private int status() throws InterruptedException {
        HttpRequest start = HttpRequest.newBuilder(URI.create(url() + "/")).timeout(Duration.ofSeconds(20)).build();
        try {
            return http.send(start, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private StartRefused refused(String what) {
        Path log = Files.exists(settings.log()) ? settings.log() : settings.console();
        List<String> errors = Folders.tail(log, LOG_LINES).stream()
                .filter(line -> line.contains("ERROR") || line.contains("Caused by")).toList();
        List<String> shown = errors.subList(Math.max(0, errors.size() - SHOWN_LINES), errors.size());
        return new StartRefused(what + ". Its log is " + log + (shown.isEmpty() ? "." : "; the last errors:\n  "
                + String.join("\n  ", shown)));
    }
}
