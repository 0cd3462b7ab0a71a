package org.enrol.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** PostgreSQL's own tools: {@code initdb} and {@code pg_ctl}. */
final class PostgresControl {

    private static final String NOT_DURABLE = " -c fsync=off -c synchronous_commit=off -c full_page_writes=off";
    private static final int LOG_LINES = 5;

    private final DatabaseSettings settings;
    private final Path tools;
    private final Unprivileged unprivileged;

    PostgresControl(DatabaseSettings settings) {
        this.settings = settings;
        this.unprivileged = Unprivileged.ofThisMachine();
        this.tools = PostgresBinaries.unpackedIn(settings.programs());
        unprivileged.own(settings.folder());
    }

    /** Makes an empty data directory. Only passwords open it: other people may work on this machine. */
    void initialise(Path data) {
        require(unprivileged.command(tool("initdb"), "-D", data.toString(), "-U", Database.SUPERUSER, "-E", "UTF8", "--locale=C",
                "-A", "scram-sha-256", "--pwfile=" + settings.superuserPassword(), "--no-instructions").run(), "initialised");
    }

    void start(Path data) {
        require(unprivileged.command(tool("pg_ctl"), "start", "-w", "-t", "60", "-s", "-D", data.toString(), "-l",
                settings.log().toString(), "-o", options()).run(), "started");
    }

    /** Does nothing where no server runs. */
    void stop(Path data, String mode) {
        unprivileged.command(tool("pg_ctl"), "stop", "-w", "-t", "30", "-s", "-m", mode, "-D", data.toString()).run();
    }

    /** Stops the server of a run that was killed, and clears a pid file whose number belongs to another program by now. */
    void stopOrphan() {
        for (Path data : List.of(settings.halfMadeData(), settings.data())) {
            Path pidFile = data.resolve("postmaster.pid");
            if (!Files.exists(pidFile)) {
                continue;
            }
            if (isServerOf(data, pidFile)) {
                stop(data, "fast");
            } else {
                forget(pidFile);
            }
        }
    }

    private String options() {
        return "-p " + settings.port() + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200"
                + " -c timezone=UTC -c log_timezone=UTC" + (settings.durable() ? "" : NOT_DURABLE);
    }

    private String tool(String name) {
        return tools.resolve(name).toString();
    }

    private void require(Command.Outcome outcome, String what) {
        if (!outcome.succeeded()) {
            throw new StartRefused("The embedded PostgreSQL could not be " + what + ": " + outcome.output() + " | "
                    + String.join(" | ", Folders.tail(settings.log(), LOG_LINES)) + " (whole log: " + settings.log() + ")");
        }
    }

    private static boolean isServerOf(Path data, Path pidFile) {
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(ProcessHandle::info)
                    .flatMap(ProcessHandle.Info::commandLine).filter(line -> line.contains(data.toString())).isPresent();
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private static void forget(Path pidFile) {
        try {
            Files.delete(pidFile);
        } catch (IOException e) {
            throw new StartRefused("Cannot delete " + pidFile + ", which a killed run has left behind: delete it.", e);
        }
    }
}
