package org.enrol.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What came of two nodes that started at the same moment on an empty database: the first start of every run, see {@link TwoNodes}. */
@ExtendWith(TwoNodes.class)
class MigrationIT {

    private static final String ADMINISTRATOR = "admin@enrol.example";
    private static final Duration INVITATION = Duration.ofSeconds(30);

    private final Cluster cluster;

    MigrationIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void schemaIsMigratedOnce() {
        long steps = cluster.rows().count("select count(*) from flyway_schema_history where success and version is not null");
        assertThat(steps).isPositive();
        assertThat(cluster.rows().count("select count(distinct version) from flyway_schema_history")).isEqualTo(steps);
        assertThat(cluster.nodes().stream().mapToLong(MigrationIT::stepsTaken).sum()).as("steps that the nodes took").isEqualTo(steps);
    }

    @Test
    void sampleOfTheRegistryIsThereOnce() {
        assertThat(cluster.rows().count("select count(*) from approved_domain")).isPositive();
        assertThat(cluster.nodes()).noneMatch(node -> node.log().contains("WFLYCTL0013"));
    }

    @Test
    void firstAdministratorIsInvitedOnce() {
        Awaitility.await("the invitation").atMost(INVITATION).until(() -> !cluster.mail().messages(ADMINISTRATOR).isEmpty());
        cluster.awaitNothingOwed();
        assertThat(cluster.mail().messages(ADMINISTRATOR)).hasSize(1);
        assertThat(cluster.rows().count("select count(*) from registration where canonical_email = ?", ADMINISTRATOR)).isEqualTo(1);
    }

    private static long stepsTaken(Node node) {
        return node.log().lines().filter(line -> line.contains("DbMigrate") && line.contains("Migrating schema")).count();
    }
}
