package org.enrol.audit.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A file of anchors. Opened for each line, so that it may be moved away at any time; lines are only ever added. */
record AnchorFile(Path path) {

    /** Returns when the line is on the disk. */
    void append(Anchor anchor) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer line = StandardCharsets.UTF_8.encode(anchor.line() + "\n");
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        }
    }

    /** All anchors in it; none if there is no such file. Lines that hold none are passed over. */
    List<Anchor> read() throws IOException {
        List<Anchor> anchors = new ArrayList<>();
        if (!Files.exists(path)) {
            return anchors;
        }
        try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                Anchor.parse(line, path.getFileName() + ":" + number).ifPresent(anchors::add);
            }
        }
        return anchors;
    }
}
