package org.enrol.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can stop a start is said in one line that names the way out. */
class StartTest {

    @TempDir
    private Path folder;

    @Test
    void takenPortIsNamedWithTheOptionThatMovesIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, Ports.loopback())) {
            assertThatThrownBy(() -> Ports.requireFree(taken.getLocalPort(), "Enrol's pages", "enrol.http.port"))
                    .isInstanceOf(StartRefused.class).hasMessageContainingAll("Port " + taken.getLocalPort(), "Enrol's pages",
                            "-Denrol.http.port=");
        }
    }

    @Test
    void secondRunOnTheSameDataIsToldWhereTheFirstOneIs() throws IOException {
        RunLock first = RunLock.take(folder, "http://localhost:8080/ (process 42)");

        assertThatThrownBy(() -> RunLock.take(folder, "second")).isInstanceOf(StartRefused.class)
                .hasMessageContaining("already running: http://localhost:8080/ (process 42)");

        first.close();
        RunLock.take(folder, "third").close();
    }

    @Test
    void secretIsMadeOnceAndThenKept() {
        String made = Secrets.keptIn(folder.resolve("secret.key"));

        assertThat(made).hasSize(44);
        assertThat(Secrets.keptIn(folder.resolve("secret.key"))).isEqualTo(made);
    }
}
