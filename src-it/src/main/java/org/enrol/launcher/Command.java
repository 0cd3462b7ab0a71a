package org.enrol.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One program, run to its end. */
final class Command {

    private static final long LIMIT_SECONDS = 120;

    private final List<String> words;

    private Command(List<String> words) {
        this.words = List.copyOf(words);
    }

    static Command of(List<String> prefix, String... words) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(List.of(words));
        return new Command(all);
    }

    /**
     * What came of it.
     *
     * @param status 0 where it did what it was told; -1 where the program is not there or did not end in time
     * @param output what it wrote, errors included
     */
    record Outcome(int status, String output) {

        boolean succeeded() {
            return status == 0;
        }
    }

    /** The output goes through a file: a daemon that keeps the pipe open must not keep us waiting. */
    Outcome run() {
        try {
            Path output = Files.createTempFile("enrol-command", ".out");
            try {
                Process process = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile()).start();
                process.getOutputStream().close();
                int status = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
                return new Outcome(status, Files.readString(output, StandardCharsets.UTF_8).strip());
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            return new Outcome(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(-1, "interrupted");
        }
    }
}
