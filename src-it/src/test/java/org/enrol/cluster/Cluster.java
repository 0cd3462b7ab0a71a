package org.enrol.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.enrol.journey.Visitor;
import org.enrol.launcher.Database;
import org.enrol.launcher.DatabaseSettings;
import org.enrol.launcher.Environment;
import org.enrol.launcher.MailCatcher;
import org.enrol.launcher.Ports;
import org.enrol.launcher.Secrets;
import org.enrol.launcher.Settings;

/** Two nodes and a balancer in front of them, with a database and a mail catcher of their own. {@link TwoNodes} says in which state a test finds it. */
final class Cluster implements AutoCloseable {

    private static final Duration BALANCED = Duration.ofSeconds(30);
    private static final Duration DELIVERY = Duration.ofSeconds(120);
    private static final Duration COUNTED = Duration.ofSeconds(5);
    /** The default is for a machine of its own. */
    private static final Duration ROLL_STEP = Duration.ofMinutes(5);
    /** The ports follow that of the one server of most tests: with its default of 18080, 20000 is added to 8080, 9990 and so on. */
    private static final int BEHIND = 1920;
    /** Between two servers: far enough that no port of one is a port of another. */
    private static final int DISTANCE = 200;
    private static final int BALANCER_PAGES = 8080;
    private static final int BALANCER_REPORTS = 8090;
    private static final String PASSWORD = "thrown away";

    private final String url;
    private final Scripts scripts;
    private final List<Node> nodes;
    private final Node balancer;
    private final MailCatcher mail;
    private final Database database;
    private final Guard guard;
    private boolean balanced;

    private Cluster(Settings local, Path folder, int offset) {
        url = "http://localhost:" + (BALANCER_PAGES + offset);
        DatabaseSettings settings = new DatabaseSettings(local.programs(), folder.resolve("db"), local.sql(), Ports.anyFree(), false, PASSWORD, PASSWORD);
        int smtpPort = Ports.anyFree();
        scripts = new Scripts(local.root().resolve("wildfly-config/bin"), environment(settings, smtpPort, local, offset));
        balancer = new Node(folder.resolve("balancer"), offset, "start-balancer.sh", List.of("--offset", Integer.toString(offset)), scripts);
        nodes = List.of(node(folder.resolve("n1"), offset + DISTANCE, local.ear()), node(folder.resolve("n2"), offset + 2 * DISTANCE, local.ear()));
        guard = Guard.over(scripts.named("stop.sh").file(), settings.folder(), List.of(balancer, nodes.get(0), nodes.get(1)));
        mail = MailCatcher.start(smtpPort);
        database = Database.startEmpty(settings);
    }

    /** Starts database and mail catcher, and no server yet; what a killed run has left is stopped and thrown away before. */
    static Cluster begin() {
        Path folder = Path.of(System.getProperty("enrol.it.folder")).resolve("cluster");
        Leftovers.clear(folder);
        return new Cluster(Settings.ofSystemProperties(), folder, Integer.getInteger("enrol.it.http.port") + BEHIND);
    }

    private static Map<String, String> environment(DatabaseSettings settings, int smtpPort, Settings local, int offset) {
        return Environment.of("http://localhost:" + (BALANCER_PAGES + offset), Secrets.random(), settings, smtpPort)
                .with("ENROL_TRUSTED_PROXIES", "127.0.0.1")
                .with("ENROL_PASSWORD_HASH_MEMORY_KIB", System.getenv("ENROL_PASSWORD_HASH_MEMORY_KIB"))
                .with("ENROL_BALANCER_PORT", Integer.toString(BALANCER_REPORTS + offset))
                // First tier of the compiler only: nothing here measures, and a node starts sooner.
                .with("ENROL_JAVA_OPTS", "-XX:TieredStopAtLevel=1")
                .with("ENROL_ROLL_LIMIT", Long.toString(ROLL_STEP.toSeconds()))
                .with("WILDFLY_HOME", local.wildflyHome().toString())
                .with("JAVA_HOME", System.getProperty("java.home"))
                .variables();
    }

    /** The statistics of the server tell which node answered: nothing in an answer does. */
    private Node node(Path base, int offset, Path ear) {
        return new Node(base, offset, "start.sh", List.of("--config", "standalone-ha.xml", "--offset", Integer.toString(offset),
                "--ear", ear.toString(), "-Dwildfly.undertow.statistics-enabled=true"), scripts);
    }

    /** Starts what does not run, all at the same moment, and waits until the balancer sends people to both nodes. */
    void bringUp() {
        if (!balancer.isRunning()) {
            balancer.start();
        }
        List<Node> down = nodes.stream().filter(node -> !node.isRunning()).toList();
        balanced &= down.isEmpty();
        CompletableFuture.allOf(down.stream().map(node -> CompletableFuture.runAsync(node::start)).toArray(CompletableFuture[]::new)).join();
        if (!balanced) {
            balancer.awaitReady();
            nodes.forEach(Node::awaitReady);
            awaitBalanced();
            balanced = true;
        }
    }

    /** The public address: the balancer's. */
    String url() {
        return url;
    }

    Node first() {
        return nodes.get(0);
    }

    Node second() {
        return nodes.get(1);
    }

    List<Node> nodes() {
        return nodes;
    }

    Node otherThan(Node node) {
        return node.equals(first()) ? second() : first();
    }

    Scripts scripts() {
        return scripts;
    }

    Rows rows() {
        return new Rows(database);
    }

    MailCatcher mail() {
        return mail;
    }

    /** Takes a step of one request through the balancer and says which node answered it. */
    Node answering(Runnable step) {
        Map<Node, Long> before = nodes.stream().collect(Collectors.toMap(node -> node, Node::answered));
        step.run();
        AtomicReference<List<Node>> answered = new AtomicReference<>();
        Awaitility.await("a node has counted the request").atMost(COUNTED).until(() -> {
            answered.set(nodes.stream().filter(node -> node.answered() > before.get(node)).toList());
            return !answered.get().isEmpty();
        });
        assertThat(answered.get()).as("nodes that answered").hasSize(1);
        return answered.get().get(0);
    }

    /** As if the time had passed after which a message that a node took is free for others. */
    void letLeasesEnd() {
        rows().change("update outbox_message set next_attempt_at = now() where next_attempt_at > now()");
    }

    /** Until whatever was to be sent has been, or never will be. */
    void awaitNothingOwed() {
        Awaitility.await("empty outbox").atMost(DELIVERY)
                .until(() -> rows().count("select count(*) from outbox_message where next_attempt_at is not null") == 0);
    }

    private void awaitBalanced() {
        Visitor visitor = Visitor.fromNewNetworkTo(url);
        for (Node node : nodes) {
            long before = node.answered();
            Awaitility.await("the balancer sends people to " + node.name()).atMost(BALANCED).until(() -> {
                visitor.open("/");
                return node.answered() > before;
            });
        }
    }

    @Override
    public void close() {
        guard.close();
        mail.close();
        database.close();
    }
}
