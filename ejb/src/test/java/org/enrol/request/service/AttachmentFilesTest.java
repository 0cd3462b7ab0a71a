package org.enrol.request.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentFilesTest {

    @TempDir
    Path folder;

    @Test
    void directoryKeepsWhatItIsGivenUntilItIsForgotten() throws Exception {
        AttachmentFiles files = configured("directory", folder.toString());

        String name = files.keep(new byte[] {1, 2, 3}).orElseThrow();

        assertThat(files.read(name)).containsExactly(1, 2, 3);
        files.forget(name);
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void databaseNeedsNoDirectory() {
        assertThat(configured("database", null).keep(new byte[] {1})).isEmpty();
    }

    @Test
    void directoryThatIsMissingIsSaidBeforeAnybodyLosesAFile() {
        assertThatThrownBy(() -> configured("directory", null)).hasMessageContaining("ENROL_ATTACHMENT_DIRECTORY");
        assertThatThrownBy(() -> configured("directory", folder.resolve("no").toString())).hasMessageContaining("ENROL_ATTACHMENT_DIRECTORY");
        assertThatThrownBy(() -> configured("cloud", null)).hasMessageContaining("ENROL_ATTACHMENT_STORE");
    }

    private static AttachmentFiles configured(String store, String directory) {
        AttachmentFiles files = new AttachmentFiles();
        files.store = store;
        files.directory = Optional.ofNullable(directory);
        files.open();
        return files;
    }
}
