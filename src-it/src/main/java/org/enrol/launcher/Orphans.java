package org.enrol.launcher;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Processes that outlived whoever started them. */
public final class Orphans {

    private static final long LIMIT_SECONDS = 20;

    private Orphans() {
    }

    /**
     * Ends every process whose command line holds the words.
     *
     * @param words something that only our own processes say, such as a directory that nobody else uses
     */
    public static void endAll(String words) {
        ProcessHandle.allProcesses().filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> process.info().commandLine().filter(line -> line.contains(words)).isPresent())
                .forEach(Orphans::end);
    }

    static void end(ProcessHandle orphan) {
        orphan.destroyForcibly();
        try {
            orphan.onExit().orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new StartRefused("A server of an earlier run (process " + orphan.pid() + ") does not end: end it.", e);
        }
    }

    static Optional<ProcessHandle> find(String pid) {
        return pid.matches("\\d{1,18}") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
    }
}
