package org.enrol.launcher;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this machine, unpacked once from the class path. */
final class PostgresBinaries {

    private PostgresBinaries() {
    }

    /**
     * Unpacks the programs if that has not been done yet (about two seconds, 50 MB).
     *
     * @param folder where they belong; complete as soon as it exists
     * @return the directory of {@code initdb}, {@code pg_ctl} and {@code postgres}
     */
    static Path unpackedIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            Path half = folder.resolveSibling(folder.getFileName() + ".new");
            Folders.delete(half);
            Folders.create(half);
            unpack(half);
            Folders.move(half, folder);
        }
        return folder.resolve("bin");
    }

    private static void unpack(Path folder) {
        String system = System.getProperty("os.name").split(" ")[0];
        String machine = System.getProperty("os.arch");
        try (InputStream packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, folder);
            }
        } catch (IOException | IllegalStateException e) {
            throw new StartRefused("There is no embedded PostgreSQL for " + system + " on " + machine
                    + ", or it could not be unpacked to " + folder + " (" + e.getMessage() + ").", e);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink() || entry.isLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0100) != 0 && Files.getFileStore(target).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
