package org.enrol.load;

import java.io.Closeable;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.enrol.launcher.Environment;
import org.enrol.launcher.Secrets;
import org.enrol.launcher.Server;
import org.enrol.launcher.ServerSettings;
import org.enrol.launcher.Settings;

/** Enrol in a process of its own, with the JVM options of production, on an empty durable database. */
final class MeasuredServer implements Closeable {

    /** As in {@code wildfly-config/bin/start.sh}. */
    static final List<String> JVM = List.of("-Xms768m", "-Xmx768m", "-XX:+UseSerialGC", "-XX:MaxMetaspaceSize=320m",
            "-XX:+ExitOnOutOfMemoryError", "-Denrol.log.console=false");
    static final String HEAP = "768m";

    private final MeasuredDatabase database;
    private final MailSink mail;
    private final Server server;
    private final LinuxProcess process;
    private final double startSeconds;

    private MeasuredServer(MeasuredDatabase database, MailSink mail, Server server, Path folder) throws IOException, InterruptedException {
        this.database = database;
        this.mail = mail;
        this.server = server;
        long begin = System.nanoTime();
        server.launch();
        server.awaitReady();
        startSeconds = (System.nanoTime() - begin) / 1e9;
        process = new LinuxProcess(Long.parseLong(Files.readString(folder.resolve("server.pid")).split(" ")[0]));
    }

    static MeasuredServer start(Path folder, Hashing hashing) throws IOException, SQLException, InterruptedException {
        MeasuredDatabase database = new MeasuredDatabase(folder.resolve("db"), Integer.getInteger("enrol.it.db.port"));
        int smtpPort = Integer.getInteger("enrol.it.smtp.port");
        int port = Integer.getInteger("enrol.it.http.port");
        Environment environment = Environment.of("http://localhost:" + port, Secrets.random(), database.settings(), smtpPort)
                .with("ENROL_TRUSTED_PROXIES", "127.0.0.1/32")
                .with("ENROL_PASSWORD_HASH_MEMORY_KIB", Integer.toString(hashing.memoryKib()))
                .with("ENROL_PASSWORD_HASH_ITERATIONS", Integer.toString(hashing.iterations()));
        Settings local = Settings.ofSystemProperties();
        Path base = folder.resolve("server");
        Server server = new Server(new ServerSettings(local.wildflyHome(), base, local.ear(), port,
                Integer.getInteger("enrol.it.management.port"), JVM, environment.variables()));
        return new MeasuredServer(database, new MailSink(smtpPort), server, base);
    }

    Place place() {
        return new Place(server.url(), HttpClient.newHttpClient(), mail);
    }

    MeasuredDatabase database() {
        return database;
    }

    Usage usage() throws IOException, SQLException {
        return new Usage(process.cpuMillis(), database.cpuMillis(), database.transactions(), database.walPosition(), database.fullPages());
    }

    long residentMebibytes() throws IOException {
        return process.residentMebibytes();
    }

    /** From the start of the process to the start page. */
    double startSeconds() {
        return startSeconds;
    }

    @Override
    public void close() throws IOException {
        server.close();
        mail.close();
        database.close();
    }
}
