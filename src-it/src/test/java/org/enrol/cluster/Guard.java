package org.enrol.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that stops the servers when it is told to, and also when whoever started it was killed: it waits until its standard
 * input closes, which the system does for a dead process.
 */
final class Guard implements AutoCloseable {

    /** Seconds for a server to end in order. */
    private static final String PATIENCE = "15";
    /** Ctrl-C in a terminal reaches the guard too, which then still has its work to do. The database is the last to go. */
    private static final String PROGRAM = """
            trap '' INT TERM HUP
            stop=$1 patience=$2 postmaster=$3
            shift 3
            cat > /dev/null
            for base in "$@"; do [ ! -d "$base" ] || "$stop" "$base" "$patience" & done
            wait
            [ ! -f "$postmaster" ] || kill -INT "$(head -1 "$postmaster")"
            """;

    private final Process process;

    private Guard(Process process) {
        this.process = process;
    }

    /** @param database directory of the database that the servers use */
    static Guard over(Path stopScript, Path database, List<Node> servers) {
        List<String> words = new ArrayList<>(List.of("bash", "-c", PROGRAM, "cluster-guard", stopScript.toString(), PATIENCE,
                database.resolve("data/postmaster.pid").toString()));
        servers.forEach(server -> words.add(server.base().toString()));
        try {
            return new Guard(new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when everything is stopped. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
