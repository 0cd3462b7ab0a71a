package org.enrol.surroundings;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.enrol.doubles.Clamd;
import org.enrol.launcher.Database;
import org.enrol.launcher.DatabaseSettings;
import org.enrol.launcher.MailCatcher;
import org.enrol.launcher.Orphans;
import org.enrol.launcher.Ports;
import org.enrol.launcher.Settings;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * What the server under test stands on, one for the whole run: PostgreSQL with an empty database, and a mail catcher. They
 * start before the first test and so before the server, and stop after it.
 *
 * <p>A run without server (the unit tests of this module) starts nothing: it does not name {@code enrol.it.folder}. Measurements bring
 * their own and say so by {@code enrol.it.surroundings}.
 */
public final class Surroundings implements LauncherSessionListener {

    private static final int LONGEST_STREAM = 25 * 1024 * 1024;
    private static final Logger LIBRARIES = Logger.getLogger("");
    private static Database database;
    private static MailCatcher mail;
    private static Clamd clamd;

    /** The database of the server under test. */
    public static Database database() {
        return database;
    }

    /** The mail server of the server under test. */
    public static MailCatcher mail() {
        return mail;
    }

    /** The malware scanner of the server under test: silent until a test asks for it. */
    public static synchronized Clamd clamd() {
        if (clamd == null) {
            clamd = Clamd.start(port("clamd"), LONGEST_STREAM);
        }
        return clamd;
    }

    /** The public address of the server under test, without a slash at its end. */
    public static String url() {
        return System.getProperty("enrol.url");
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String folder = System.getProperty("enrol.it.folder");
        if (folder != null && database == null && Boolean.getBoolean("enrol.it.surroundings")) {
            LIBRARIES.setLevel(Level.WARNING);
            start(Path.of(folder));
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        stop();
    }

    private static synchronized void start(Path folder) {
        Orphans.endAll("-Djboss.server.base.dir=" + folder.resolve("server"));
        Ports.requireFree(port("http"), "the server under test", "enrol.it.http.port");
        Ports.requireFree(port("management"), "management of the server under test", "enrol.it.management.port");
        Ports.requireFree(port("smtp"), "the mail catcher of the tests", "enrol.it.smtp.port");
        Settings settings = Settings.ofSystemProperties();
        database = Database.startEmpty(new DatabaseSettings(settings.programs(), folder.resolve("db"), settings.sql(), port("db"),
                false, System.getenv("ENROL_DB_OWNER_PASSWORD"), System.getenv("ENROL_DB_PASSWORD")));
        mail = MailCatcher.start(port("smtp"));
        Runtime.getRuntime().addShutdownHook(new Thread(Surroundings::stop, "surroundings-stop"));
    }

    private static synchronized void stop() {
        if (database != null) {
            mail.stop();
            if (clamd != null) {
                clamd.close();
                clamd = null;
            }
            database.stop();
            database = null;
        }
    }

    private static int port(String use) {
        return Integer.getInteger("enrol.it." + use + ".port");
    }
}
