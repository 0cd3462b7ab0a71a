package org.enrol.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes figures to {@code target/benchmark}: one CSV per kind, each line with what it depends on, and a summary to read. */
final class Report {

    private static final String ABOUT = "commit,date,cores,heap,nodes";

    private final Path folder;
    private final String about;

    /** Begins anew: figures of several runs are compared by their files, not within one. */
    Report(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        for (Path old : Files.list(folder).filter(Files::isRegularFile).toList()) {
            Files.delete(old);
        }
        about = String.join(",", commit(), LocalDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                Integer.toString(Runtime.getRuntime().availableProcessors()), MeasuredServer.heap(), "1");
        say("# Measured " + about.replace(",", ", ") + " (" + ABOUT + ")\n");
    }

    /**
     * Adds a line to a CSV.
     *
     * @param columns names, separated by commas; the same at every call for one file
     * @param values  numbers with a fraction are written with two digits of it
     */
    void line(String file, String columns, Object... values) {
        Path csv = folder.resolve(file + ".csv");
        if (!Files.exists(csv)) {
            append(csv, ABOUT + "," + columns);
        }
        append(csv, about + "," + Arrays.stream(values).map(Report::text).collect(Collectors.joining(",")));
    }

    /** Adds a line to the summary, and shows it. */
    void say(String line, Object... values) {
        String said = values.length == 0 ? line : String.format(Locale.ROOT, line, values);
        append(folder.resolve("summary.md"), said);
        System.out.println(said);
    }

    private static String text(Object value) {
        String text = value instanceof Double number ? String.format(Locale.ROOT, "%.2f", number) : String.valueOf(value);
        return text.contains(",") || text.contains("\"") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    private static void append(Path file, String line) {
        try {
            Files.writeString(file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a mark where the sources differ from it. */
    private static String commit() throws IOException {
        Process git = new ProcessBuilder("git", "describe", "--always", "--dirty").directory(Path.of(System.getProperty("enrol.root")).toFile())
                .redirectErrorStream(true).start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return said.matches("[\\w.-]+") ? said : "unknown";
    }
}
