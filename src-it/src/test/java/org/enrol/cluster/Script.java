package org.enrol.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A script of {@code wildfly-config/bin}, as an operator calls it. What the scripts do is theirs: nothing of it is repeated here. */
record Script(Path file, Map<String, String> environment) {

    /** @param limit a script that takes longer has failed */
    void run(Duration limit, String... arguments) {
        List<String> words = new ArrayList<>(List.of(file.toString()));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            // By a file: what a script leaves running in the background must not keep us waiting.
            Path output = Files.createTempFile("enrol-script", ".out");
            try {
                run(builder.redirectOutput(output.toFile()).start(), limit, words, output);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new AssertionError(words + " could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static void run(Process process, Duration limit, List<String> words, Path output) throws IOException, InterruptedException {
        process.getOutputStream().close();
        boolean ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError(words + (ended ? " ended with " + process.exitValue() : " did not end within " + limit.toSeconds() + " s")
                    + ": " + Files.readString(output, StandardCharsets.UTF_8));
        }
    }
}
