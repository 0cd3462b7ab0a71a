package org.enrol.load;

import java.io.Closeable;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.enrol.launcher.Environment;
import org.enrol.launcher.Secrets;
import org.enrol.launcher.Server;
import org.enrol.launcher.ServerSettings;
import org.enrol.launcher.Settings;

/** Enrol in a process of its own, with the Java options of production, on an empty durable database. */
final class MeasuredServer implements Closeable {

    private final MeasuredDatabase database;
    private final MailSink mail;
    private final Server server;
    private final Environment environment;
    private final LinuxProcess process;
    private final double startSeconds;

    private MeasuredServer(MeasuredDatabase database, MailSink mail, Server server, Environment environment, Path folder) throws IOException, InterruptedException {
        this.database = database;
        this.mail = mail;
        this.server = server;
        this.environment = environment;
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
                .with("MALLOC_ARENA_MAX", "2")
                .with("ENROL_PASSWORD_HASH_MEMORY_KIB", Integer.toString(hashing.memoryKib()))
                .with("ENROL_PASSWORD_HASH_ITERATIONS", Integer.toString(hashing.iterations()));
        Settings local = Settings.ofSystemProperties();
        Path base = folder.resolve("server");
        Server server = new Server(new ServerSettings(local.wildflyHome(), base, local.ear(), port,
                Integer.getInteger("enrol.it.management.port"), javaOptions(), environment.variables()));
        return new MeasuredServer(database, new MailSink(smtpPort), server, environment, base);
    }

    /** What {@code wildfly-config/bin/start.sh} starts with, in the environment of whoever measures. */
    static List<String> javaOptions() throws IOException {
        Path script = Path.of(System.getProperty("enrol.root"), "wildfly-config/bin/start.sh");
        Process process = new ProcessBuilder(script.toString(), "--java-options").redirectError(ProcessBuilder.Redirect.INHERIT).start();
        return List.of(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip().split("\\s+"));
    }

    /** The largest heap, as the option says it. */
    static String heap() throws IOException {
        return javaOptions().stream().filter(option -> option.startsWith("-Xmx")).map(option -> option.substring(4)).findFirst().orElse("");
    }

    Place place() {
        return new Place(server.url(), HttpClient.newHttpClient(), mail);
    }

    /** What it was started with. */
    Map<String, String> variables() {
        return environment.variables();
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
