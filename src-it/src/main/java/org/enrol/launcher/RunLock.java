package org.enrol.launcher;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One run at a time on one data directory. The system takes the lock away from a process that dies, however it dies. */
final class RunLock implements Closeable {

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @param about what another start shall be told about this run, e.g. its address
     * @throws StartRefused if a living run holds the lock
     */
    static RunLock take(Path folder, String about) {
        Path holder = Folders.create(folder).resolve("running.txt");
        try {
            FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new StartRefused("The demo is already running: " + Folders.read(holder) + ". Use it, or stop it with Ctrl-C first.");
            }
            Folders.writePrivate(holder, about);
            return new RunLock(channel);
        } catch (IOException e) {
            throw new StartRefused("Cannot write to " + folder + " (was the demo run as another user before?).", e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
