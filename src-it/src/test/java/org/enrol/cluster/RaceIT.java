package org.enrol.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.enrol.journey.Form;
import org.enrol.journey.Page;
import org.enrol.journey.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 64 people with one address press the button at the same moment, half of them on each node. */
@ExtendWith(TwoNodes.class)
class RaceIT {

    private static final int CROWD = 64;

    private final Cluster cluster;

    RaceIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void oneAddressHandedInOnBothNodesAtOnceIsOneMail() throws Exception {
        Person person = Person.unknownTo(cluster);
        List<Visitor> crowd = crowd();
        List<Form> forms = each(crowd, visitor -> visitor.open("/buyer/create").form().with("email", person.email()));

        List<Page> answers = atOnce(crowd, forms);

        assertThat(answers).allMatch(answer -> answer.leadsTo().equals("/buyer/check-email"));
        assertThat(cluster.rows().count("select count(*) from registration where canonical_email = ?", person.email())).isEqualTo(CROWD);
        person.link();
        cluster.awaitNothingOwed();
        assertThat(cluster.mail().messages(person.email())).hasSize(1);
    }

    @Test
    void oneLinkHandedInOnBothNodesAtOnceIsOneAccount() throws Exception {
        Person person = Person.unknownTo(cluster);
        person.handsIn(person.opensTheForm());
        String link = person.link();
        List<Visitor> crowd = crowd();
        List<Form> forms = each(crowd, visitor -> person.answers(visitor.open(link)));

        List<Page> answers = atOnce(crowd, forms);

        assertThat(answers).allMatch(answer -> answer.leadsTo().equals("/buyer"));
        assertThat(cluster.rows().accounts(person.email())).isEqualTo(1);
        assertThat(each(crowd, visitor -> visitor.open("/buyer").status())).containsOnly(200);
    }

    /** Every second one enters by the other node. */
    private List<Visitor> crowd() {
        return IntStream.range(0, CROWD)
                .mapToObj(place -> Visitor.fromNewNetworkTo(cluster.url()).entering(cluster.nodes().get(place % 2).url())).toList();
    }

    private static <T> List<T> each(List<Visitor> crowd, Function<Visitor, T> deed) {
        return crowd.stream().map(deed).toList();
    }

    private static List<Page> atOnce(List<Visitor> crowd, List<Form> forms) throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(CROWD);
        ExecutorService lanes = Executors.newFixedThreadPool(CROWD);
        try {
            List<Callable<Page>> deeds = IntStream.range(0, CROWD).mapToObj(place -> (Callable<Page>) () -> {
                start.await();
                return crowd.get(place).submit(forms.get(place));
            }).toList();
            List<Page> answers = new ArrayList<>();
            for (Future<Page> answer : lanes.invokeAll(deeds)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            lanes.shutdown();
        }
    }
}
