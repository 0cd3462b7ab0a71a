package org.enrol.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.enrol.launcher.Orphans;

/** What a run that was killed may have left: servers that are still stopping, and their directories. */
final class Leftovers {

    private Leftovers() {
    }

    /** The database's directory stays: whoever starts the database knows how to clear it. */
    static void clear(Path folder) {
        Orphans.endAll("-Djboss.server.base.dir=" + folder);
        for (String server : new String[] {"balancer", "n1", "n2"}) {
            delete(folder.resolve(server));
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
