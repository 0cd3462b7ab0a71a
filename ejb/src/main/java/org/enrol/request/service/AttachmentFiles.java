package org.enrol.request.service;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The directory that keeps the content of files where the database does not. All nodes must see the same one. */
@ApplicationScoped
class AttachmentFiles {

    @Inject
    @ConfigProperty(name = "enrol.attachment.store", defaultValue = "database")
    String store;
    @Inject
    @ConfigProperty(name = "enrol.attachment.directory")
    Optional<String> directory;

    private Path folder;

    @PostConstruct
    void open() {
        switch (store) {
            case "database" -> { }
            case "directory" -> folder = writable(Path.of(directory.orElseThrow(
                    () -> new IllegalStateException("ENROL_ATTACHMENT_STORE is directory, and ENROL_ATTACHMENT_DIRECTORY names none"))));
            default -> throw new IllegalStateException("ENROL_ATTACHMENT_STORE is database or directory, not " + store);
        }
    }

    private static Path writable(Path path) {
        if (!Files.isDirectory(path) || !Files.isWritable(path)) {
            throw new IllegalStateException("ENROL_ATTACHMENT_DIRECTORY is no directory that the server may write to: " + path);
        }
        return path;
    }

    /** Before the row that names it is written: a file without a row harms nobody. @return its name; empty if the database keeps it */
    Optional<String> keep(byte[] content) {
        return Optional.ofNullable(folder).map(into -> write(into, content));
    }

    private static String write(Path folder, byte[] content) {
        String name = UUID.randomUUID().toString();
        try {
            Files.write(folder.resolve(name), content, StandardOpenOption.CREATE_NEW);
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] read(String name) {
        if (folder == null) {
            throw new IllegalStateException("A file is kept in a directory, and ENROL_ATTACHMENT_STORE names none");
        }
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The row was not written after all. */
    void forget(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
