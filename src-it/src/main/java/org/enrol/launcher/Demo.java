package org.enrol.launcher;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code mvn -Pdemo}: PostgreSQL, a mail catcher and Enrol on this machine, until Ctrl-C. Data is kept in {@code .demo}; with
 * {@code -Denrol.requests=1000000} so many requests are added to it.
 */
public final class Demo {

    /** First tier of the compiler only and the smallest collector: starts sooner, and nobody measures a demo. */
    private static final List<String> JVM = List.of("-Xmx768m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    private static final PrintStream OUT = System.out;
    /** What the libraries have to tell would drown the few lines that matter. */
    private static final Logger LIBRARIES = Logger.getLogger("");

    private final Settings settings;
    /** What runs, the last started first: stopped in that order. */
    private final Deque<Closeable> running = new ArrayDeque<>();
    private volatile boolean stopped;

    private Demo(Settings settings) {
        this.settings = settings;
    }

    /** Runs until the server ends. Leaves the JVM itself: the mail catcher's threads would hold it. */
    public static void main(String[] args) throws InterruptedException {
        LIBRARIES.setLevel(Level.WARNING);
        int status = 1;
        try {
            Demo demo = new Demo(Settings.ofSystemProperties());
            Runtime.getRuntime().addShutdownHook(new Thread(demo::stop, "demo-stop"));
            status = demo.runUnlessStopped();
        } catch (StartRefused e) {
            OUT.println();
            OUT.println("Enrol did not start. " + e.getMessage());
            OUT.println();
        }
        System.exit(status);
    }

    /** Whatever fails after Ctrl-C fails because of it, and is no news. */
    private int runUnlessStopped() throws InterruptedException {
        try {
            return run();
        } catch (StartRefused e) {
            if (stopped) {
                return 0;
            }
            throw e;
        }
    }

    private int run() throws InterruptedException {
        String url = "http://localhost:" + settings.httpPort();
        keep(RunLock.take(settings.folder(), url + "/ (process " + ProcessHandle.current().pid() + ")"));
        PidFile.endOrphan(settings.folder().resolve("server/server.pid"));
        checkPorts();
        OUT.println("Starting PostgreSQL, a mail catcher and Enrol (about half a minute the first time)...");
        DatabaseSettings databaseSettings = new DatabaseSettings(settings.programs(), settings.folder().resolve("db"), settings.sql(),
                settings.databasePort(), true, Secrets.random(), Secrets.random());
        Database database = keep(Database.start(databaseSettings));
        MailCatcher catcher = keep(MailCatcher.start(settings.smtpPort(), settings.folder().resolve("mail")));
        keep(MailPage.start(catcher, settings.mailPort()));
        String key = Secrets.keptIn(settings.folder().resolve("secret.key"));
        Environment environment = Environment.of(url, key, databaseSettings, settings.smtpPort());
        Server server = keep(new Server(new ServerSettings(settings.wildflyHome(), settings.folder().resolve("server"), settings.ear(),
                settings.httpPort(), settings.managementPort(), JVM, environment.variables())));
        server.launch();
        server.awaitReady();
        fill(database, Long.getLong("enrol.requests", 0));
        greet(server);
        return server.waitFor();
    }

    /** More requests than anybody could ask for by hand. */
    private static void fill(Database database, long requests) {
        if (requests > 0) {
            try (Connection owner = database.owner()) {
                new RequestGenerator(owner, OUT).add(requests);
            } catch (SQLException e) {
                throw new StartRefused("The requests could not be generated: " + e.getMessage(), e);
            }
        }
    }

    private void checkPorts() {
        Ports.requireFree(settings.httpPort(), "Enrol's pages", "enrol.http.port");
        Ports.requireFree(settings.mailPort(), "the page to read the mail", "enrol.mail.port");
        Ports.requireFree(settings.smtpPort(), "the mail catcher", "enrol.smtp.port");
        Ports.requireFree(settings.managementPort(), "management, health and metrics", "enrol.management.port");
    }

    private void greet(Server server) {
        Path log = settings.root().relativize(server.settings().log());
        OUT.println("""

                Enrol is ready.

                  Enrol                %s/
                  Mail it sends        http://localhost:%d/
                  First administrator  admin@enrol.example (the invitation is in the mail)
                  Log                  %s

                Data is kept in .demo; delete that directory to begin anew. Ctrl-C stops everything.
                """.formatted(server.url(), settings.mailPort(), log));
        OUT.flush();
    }

    private synchronized <T extends Closeable> T keep(T part) {
        if (stopped) {
            close(part);
        } else {
            running.push(part);
        }
        return part;
    }

    private synchronized void stop() {
        stopped = true;
        if (running.size() > 1) {
            OUT.println("Stopping...");
        }
        boolean ran = running.size() > 1;
        while (!running.isEmpty()) {
            close(running.pop());
        }
        if (ran) {
            OUT.println("Stopped. Your data is in " + settings.folder());
        }
    }

    private static void close(Closeable part) {
        try {
            part.close();
        } catch (IOException e) {
            OUT.println("While stopping: " + e.getMessage());
        }
    }
}
