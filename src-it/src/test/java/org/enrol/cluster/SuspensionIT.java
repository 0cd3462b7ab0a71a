package org.enrol.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.enrol.journey.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a staff manager does on one node holds on the other one at the next request. */
@ExtendWith(TwoNodes.class)
class SuspensionIT {

    private final Cluster cluster;

    SuspensionIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void whoIsSuspendedOnOneNodeIsSignedOutOnBoth() {
        Person manager = staff("STAFF_MANAGER");
        Person member = staff("SUPPORT");
        for (Node node : cluster.nodes()) {
            assertThat(member.visitor().entering(node.url()).open("/admin/messages").status()).as(node.name()).isEqualTo(200);
        }

        manager.visitor().entering(cluster.first().url());
        Page page = manager.visitor().open("/admin/staff-member?id=" + account(member));
        Page suspended = manager.visitor().submit(page.form().with("why", "Left the department."));
        assertThat(suspended.leadsTo()).as("%s", suspended).contains("done=suspended");

        for (Node node : cluster.nodes()) {
            assertThat(member.visitor().entering(node.url()).open("/admin/messages").leadsTo()).as(node.name()).startsWith("/sign-in");
        }
    }

    private Person staff(String role) {
        Person person = Person.activeIn(cluster);
        cluster.rows().change("update account_role set role = ? where account_id = ?", role, account(person));
        return person;
    }

    private long account(Person person) {
        return cluster.rows().count("select id from account where canonical_email = ?", person.email());
    }
}
