package org.enrol.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.enrol.launcher.Mail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Both nodes deliver what is owed, and the lease keeps them off each other's messages. */
@ExtendWith(TwoNodes.class)
class OutboxLeaseIT {

    private static final int OWED = 400;
    /** What a node takes at once. */
    private static final int BATCH = 100;
    private static final int SOME = 20;
    private static final Duration DELIVERY = Duration.ofSeconds(120);
    private static final Duration POLL = Duration.ofMillis(5);
    private static final AtomicInteger MAILINGS = new AtomicInteger();

    private final Cluster cluster;
    private final String mailing = "reader" + MAILINGS.incrementAndGet();

    OutboxLeaseIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @BeforeEach
    void nothingElseIsOwed() {
        cluster.awaitNothingOwed();
    }

    @AfterEach
    void nobodyStaysFrozen() {
        cluster.nodes().stream().filter(Node::isRunning).forEach(Node::thaw);
    }

    @Test
    void twoNodesSendEachOfFourHundredMailsOnce() {
        Map<Node, Long> before = cluster.nodes().stream().collect(Collectors.toMap(node -> node, OutboxLeaseIT::accepted));
        cluster.nodes().forEach(Node::freeze);
        owe();
        cluster.nodes().forEach(Node::thaw);

        cluster.awaitNothingOwed();

        assertThat(arrived()).hasSize(OWED).allSatisfy((address, mails) -> assertThat(mails).hasSize(1));
        assertThat(cluster.nodes()).as("both have taken part").allMatch(node -> accepted(node) > before.get(node));
    }

    @Test
    void whatANodeWasSendingWhenItWasKilledArrivesFromTheOther() {
        Node killed = cluster.first();
        Node other = cluster.second();
        other.freeze();
        owe();
        Awaitility.await("the first mails").pollInterval(POLL).atMost(DELIVERY).until(() -> arrived().size() >= SOME);
        killed.kill();
        long held = cluster.rows().count("select count(*) from outbox_message where next_attempt_at > now()");
        assertThat(held).as("messages that the killed node was sending").isBetween(1L, (long) BATCH);
        other.thaw();
        Awaitility.await("everything but what the killed node held").atMost(DELIVERY)
                .until(() -> cluster.rows().count("select count(*) from outbox_message where next_attempt_at is not null") == held);

        cluster.letLeasesEnd();
        cluster.awaitNothingOwed();

        assertThat(arrived()).hasSize(OWED)
                .allSatisfy((address, mails) -> assertThat(mails.stream().map(Mail::messageId).distinct()).hasSize(1));
        assertThat(arrived().values().stream().filter(mails -> mails.size() > 1)).hasSizeLessThanOrEqualTo((int) held);
    }

    /** Owes the same mail as one that was sent before, to many others. */
    private void owe() {
        int owed = cluster.rows().change("""
                insert into outbox_message (topic, payload, request, created_at, next_attempt_at, attempts)
                select topic, replace(payload, 'admin@', ? || n || '@'), request, now(), now(), 0
                from generate_series(1, ?) n, outbox_message
                where id = (select min(id) from outbox_message where topic = 'mail' and payload like '%admin@enrol.example%')""",
                mailing + "-", OWED);
        assertThat(owed).isEqualTo(OWED);
    }

    private Map<String, List<Mail>> arrived() {
        return cluster.mail().messages().stream().filter(mail -> mail.to().startsWith(mailing + "-")).collect(Collectors.groupingBy(Mail::to));
    }

    /** How many mails a mail server has taken from the node so far. */
    private static long accepted(Node node) {
        return node.log().lines().filter(line -> line.contains("MailDelivery") && line.contains(" accepted")).count();
    }
}
