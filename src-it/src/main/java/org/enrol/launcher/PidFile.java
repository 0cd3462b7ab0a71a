package org.enrol.launcher;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Remembers a child process, so that the next run can end it where this run was killed and could not. */
final class PidFile {

    private static final long LIMIT_SECONDS = 20;

    private PidFile() {
    }

    /** The number alone is not enough: the system gives it to another program one day. */
    static void write(Path file, ProcessHandle process) {
        Folders.writePrivate(file, process.pid() + " " + startOf(process));
    }

    /** Ends the process of the file if it is still the same one. */
    static void endOrphan(Path file) {
        String[] kept = Folders.read(file).split(" ");
        if (kept.length != 2) {
            return;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(kept[0]));
        process.filter(p -> startOf(p).equals(kept[1])).ifPresent(orphan -> {
            orphan.destroyForcibly();
            try {
                orphan.onExit().orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
            } catch (CompletionException e) {
                throw new StartRefused("A server of an earlier run (process " + orphan.pid() + ") does not end: end it.", e);
            }
        });
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
