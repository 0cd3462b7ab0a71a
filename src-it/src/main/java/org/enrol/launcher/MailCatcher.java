package org.enrol.launcher;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A mail server on the loopback address that takes every mail and delivers none: people read them on {@link MailPage}, tests
 * ask this class. It can be switched off, or made to refuse, to see what Enrol does then.
 */
public final class MailCatcher implements Closeable {

    /** Held here, for the level of a logger that nobody holds is forgotten. */
    private static final Logger LIBRARY = Logger.getLogger("com.icegreen.greenmail");

    private final ServerSetup address;
    private final Mailbox mailbox = new Mailbox();
    private final Optional<MailFolder> folder;
    private GreenMail server;
    private volatile boolean refusing;

    private MailCatcher(int port, Optional<MailFolder> folder) {
        this.address = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        this.folder = folder;
        folder.map(MailFolder::kept).ifPresent(kept -> kept.forEach(mailbox::add));
    }

    /**
     * Forgets everything at the end.
     *
     * @throws StartRefused if the port is taken
     */
    public static MailCatcher start(int port) {
        return start(port, Optional.empty());
    }

    /**
     * Keeps the mails in the folder and shows those of earlier runs too.
     *
     * @throws StartRefused if the port is taken
     */
    public static MailCatcher start(int port, Path folder) {
        return start(port, Optional.of(new MailFolder(folder)));
    }

    private static MailCatcher start(int port, Optional<MailFolder> folder) {
        MailCatcher catcher = new MailCatcher(port, folder);
        catcher.start();
        return catcher;
    }

    /** Listens again after {@link #stop}; what was caught before is still there. */
    public synchronized void start() {
        if (server == null) {
            GreenMail starting = new GreenMail(address);
            starting.getUserManager().setMessageDeliveryHandler((message, to) -> take(starting, message, to));
            try {
                starting.start();
            } catch (IllegalStateException e) {
                throw new StartRefused("The mail catcher could not listen on port " + address.getPort() + ".", e);
            }
            server = starting;
        }
    }

    /** From now on a connection is refused. */
    public synchronized void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    /** While refusing, the server answers every mail with 451, "try again later". */
    public void refuse(boolean refuse) {
        refusing = refuse;
        LIBRARY.setLevel(refuse ? Level.OFF : Level.WARNING);
    }

    /** All mails, newest first. */
    public List<Mail> messages() {
        return mailbox.all();
    }

    /** The mails of one recipient, newest first. */
    public List<Mail> messages(String to) {
        return mailbox.find(mail -> mail.isTo(to));
    }

    /** The newest mail that fits; waits for one where there is none yet. Empty if none came within the limit. */
    public Optional<Mail> await(Predicate<Mail> wanted, Duration limit) throws InterruptedException {
        return mailbox.await(wanted, limit);
    }

    /** The newest mail of the recipient; waits for one where there is none yet. Empty if none came within the limit. */
    public Optional<Mail> await(String to, Duration limit) throws InterruptedException {
        return await(mail -> mail.isTo(to), limit);
    }

    /** Throws away what was caught. */
    public void clear() {
        mailbox.clear();
    }

    @Override
    public void close() {
        stop();
    }

    private GreenMailUser take(GreenMail receiver, MovingMessage message, MailAddress to) throws MessagingException,
            UserException {
        if (refusing) {
            throw new IllegalStateException("refusing, as told");
        }
        Instant receivedAt = Instant.ofEpochMilli(System.currentTimeMillis());
        try {
            Mail mail = MailReader.read(mailbox.nextId(receivedAt), to.getEmail(), message.getMessage(), receivedAt);
            if (folder.isPresent()) {
                folder.get().keep(mail, message.getMessage());
            }
            mailbox.add(mail);
        } catch (IOException e) {
            throw new MessagingException("unreadable mail", e);
        }
        GreenMailUser user = receiver.getUserManager().getUserByEmail(to.getEmail());
        return user == null ? receiver.getUserManager().createUser(to.getEmail(), to.getEmail(), to.getEmail()) : user;
    }
}
