package org.enrol.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.enrol.journey.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The node that answered last is killed between two steps, and the person goes on as if nothing had happened. */
@ExtendWith(TwoNodes.class)
class FailoverIT {

    /** Source: design section 11 (node killed mid-step). */
    private static final Duration NEXT_STEP = Duration.ofSeconds(5);
    private static final String NEW_PASSWORD = "otter compass 82 willow";

    private final Cluster cluster;

    FailoverIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void personGoesOnWithTheFormThatTheKilledNodeShowed() {
        Person person = Person.unknownTo(cluster);
        assertThat(person.visitor().open("/").body()).contains("href=\"/buyer/create\"");
        Page[] form = new Page[1];
        cluster.answering(() -> form[0] = person.opensTheForm()).kill();

        Page sent = within(NEXT_STEP, () -> person.handsIn(form[0]));
        assertThat(person.reads(sent).words()).contains("We have sent an email to " + person.email());
        cluster.letLeasesEnd();
        person.activates(person.opensTheLink());
        person.opensTheBuyersArea();
    }

    @Test
    void personGoesOnAfterThePageThatAnnouncesTheMail() {
        Person person = Person.unknownTo(cluster);
        Page sent = person.handsIn(person.opensTheForm());
        cluster.answering(() -> person.reads(sent)).kill();
        cluster.letLeasesEnd();

        assertThat(within(NEXT_STEP, () -> person.reads(sent)).words()).contains("We have sent an email to " + person.email());
        person.activates(person.opensTheLink());
        person.opensTheBuyersArea();
    }

    @Test
    void personGoesOnAfterOpeningTheActivationLink() {
        Person person = Person.unknownTo(cluster);
        person.handsIn(person.opensTheForm());
        person.link();
        Page[] page = new Page[1];
        cluster.answering(() -> page[0] = person.opensTheLink()).kill();

        within(NEXT_STEP, () -> {
            person.activates(page[0]);
            return page[0];
        });
        person.opensTheBuyersArea();
        assertThat(cluster.rows().accounts(person.email())).isEqualTo(1);
    }

    @Test
    void personStaysSignedIn() {
        Person person = Person.activeIn(cluster);
        Node killed = cluster.answering(person::opensTheBuyersArea);
        killed.kill();

        within(NEXT_STEP, person::opensTheBuyersArea);
        Page details = person.visitor().open("/account/details");
        Page saved = person.visitor().submit(details.form().with("phone", "+44 20 7946 0000"));
        assertThat(saved.leadsTo()).as("%s", saved).isEqualTo("/account?saved=details");
    }

    @Test
    void passwordChangedOnOneNodeEndsTheSessionsThatTheOtherNodeSawAtOnce() {
        Person person = Person.activeIn(cluster);
        Person elsewhere = person.inAnotherBrowser();
        elsewhere.visitor().entering(cluster.second().url());
        elsewhere.opensTheBuyersArea();

        person.visitor().entering(cluster.first().url());
        Page changed = person.visitor().submit(person.visitor().open("/account/password").form()
                .with("current", person.password()).with("password", NEW_PASSWORD));
        assertThat(changed.leadsTo()).as("%s", changed).isEqualTo("/account?saved=password");

        assertThat(elsewhere.visitor().open("/buyer").leadsTo()).startsWith("/sign-in");
        person.opensTheBuyersArea();
        person.visitor().entering(cluster.second().url());
        person.opensTheBuyersArea();
    }

    @Test
    void wrongPasswordsCountOnAllNodesTogether() {
        Person owner = Person.activeIn(cluster);
        Person guesser = Person.unknownTo(cluster);
        Person guessing = new Person(cluster, guesser.visitor(), owner.email(), "");
        for (int guess = 0; guess < 5; guess++) {
            guessing.visitor().entering(cluster.nodes().get(guess % 2).url());
            assertThat(guessing.triesToSignIn("wrong password no " + guess).status()).isEqualTo(403);
        }

        for (Node node : cluster.nodes()) {
            guessing.visitor().entering(node.url());
            assertThat(guessing.triesToSignIn(owner.password()).status()).as("the right password, too late, on %s", node.name()).isEqualTo(403);
        }
        owner.inAnotherBrowser();
    }

    private static Page within(Duration limit, Supplier<Page> step) {
        Instant begin = Instant.now();
        Page page = step.get();
        assertThat(Duration.between(begin, Instant.now())).as("the next step took").isLessThan(limit);
        return page;
    }
}
