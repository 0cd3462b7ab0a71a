package org.enrol.launcher;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the demo keeps the mails it caught, one {@code .eml} file each, so that a link still works after a restart. */
final class MailFolder {

    /** Whom the mail server was told; the headers may say something else. */
    private static final String RECIPIENT = "X-Enrol-Recipient";
    private static final String SUFFIX = ".eml";

    private final Path folder;

    MailFolder(Path folder) {
        this.folder = Folders.create(folder);
    }

    /** Written under another name first, so that a killed run leaves no half mail. */
    void keep(Mail mail, MimeMessage message) throws IOException, MessagingException {
        Path half = folder.resolve(mail.id() + ".new");
        try (OutputStream out = Files.newOutputStream(half)) {
            MimeMessage copy = new MimeMessage(message);
            copy.setHeader(RECIPIENT, mail.to());
            copy.writeTo(out);
        }
        Files.move(half, folder.resolve(mail.id() + SUFFIX));
    }

    /** All mails kept, the oldest first. A file that is no mail is left aside. */
    List<Mail> kept() {
        try (Stream<Path> files = Files.list(folder)) {
            List<Mail> mails = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(SUFFIX)).sorted().toList()) {
                read(file).ifPresent(mails::add);
            }
            return mails;
        } catch (IOException e) {
            throw new StartRefused("Cannot read " + folder + " (was the demo run as another user before?).", e);
        }
    }

    private static Optional<Mail> read(Path file) throws IOException {
        String id = file.getFileName().toString().replace(SUFFIX, "");
        Instant receivedAt = Mailbox.arrivalOf(id);
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(null, in);
            String to = message.getHeader(RECIPIENT, null);
            return to == null ? Optional.empty() : Optional.of(MailReader.read(id, to, message, receivedAt));
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }
}
