package org.enrol.launcher;

import java.nio.file.Path;
import java.time.Instant;

/** Remembers a child process, so that the next run can end it where this run was killed and could not. */
final class PidFile {

    private PidFile() {
    }

    /** The number alone is not enough: the system gives it to another program one day. */
    static void write(Path file, ProcessHandle process) {
        Folders.writePrivate(file, process.pid() + " " + startOf(process));
    }

    /** Ends the process of the file if it is still the same one. */
    static void endOrphan(Path file) {
        String[] kept = Folders.read(file).split(" ");
        if (kept.length == 2) {
            Orphans.find(kept[0]).filter(process -> startOf(process).equals(kept[1])).ifPresent(Orphans::end);
        }
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
