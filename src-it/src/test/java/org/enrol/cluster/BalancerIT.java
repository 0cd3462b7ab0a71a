package org.enrol.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the balancer tells the nodes about a request. */
@ExtendWith(TwoNodes.class)
class BalancerIT {

    private final Cluster cluster;

    BalancerIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void everybodyIsKnownByTheAddressThatTheProxyInFrontOfTheBalancerSaw() {
        Person person = Person.unknownTo(cluster);

        person.handsIn(person.opensTheForm());

        assertThat(cluster.rows().text("select address from audit_personal where detail = ?", person.email()))
                .isEqualTo(person.visitor().address());
    }
}
