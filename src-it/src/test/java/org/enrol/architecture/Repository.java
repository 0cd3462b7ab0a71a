package org.enrol.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the repository, for tests that compare what stands in several of them. */
final class Repository {

    private static final Path ROOT = Path.of(System.getProperty("enrol.root", "..")).toAbsolutePath().normalize();

    private Repository() {
    }

    static Path file(String path) {
        return ROOT.resolve(path);
    }

    /** A file as people name it, from the root on. */
    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files below a folder whose names end so; none if there is no such folder. */
    static List<Path> files(String folder, String ending) {
        if (!Files.isDirectory(file(folder))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(file(folder))) {
            return files.filter(Files::isRegularFile).filter(path -> path.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
