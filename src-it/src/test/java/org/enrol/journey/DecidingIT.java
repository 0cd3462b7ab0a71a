package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;

/** Deciding: giving back, handing over, opening again, and many who decide at once. */
class DecidingIT extends ClientTest {

    private static final int CROWD = 64;
    private static final List<String> DECISIONS = List.of("Approve", "Reject", "Return to the applicant", "Assign");

    @Test
    void whoeverHasARequestGivesItBackAndAnotherTakesIt() {
        Asked asked = Asked.atNewDomain();
        Staff ada = Staff.administrator();
        Staff ben = Staff.administrator();
        ada.does(asked.id(), "Assign", "", ada.id());
        assertThat(ada.visitor().open("/admin/request?id=" + asked.id()).words()).contains("Nobody: back into the queue");
        assertThat(ben.visitor().open("/admin/request?id=" + asked.id()).words()).doesNotContain("back into the queue");

        Page others = ben.does(asked.id(), "Assign", "Not mine to give.", 0);
        assertThat(others.status()).isEqualTo(422);
        assertThat(ada.does(asked.id(), "Assign", "On leave from tomorrow.", 0).status()).isEqualTo(302);

        assertThat(asked.status()).isEqualTo("AWAITING_PICKUP");
        assertThat(Rows.one("select coalesce(assignee_id, 0) from request where id = ?", asked.id())).isEqualTo("0");
        assertThat(ben.does(asked.id(), "Assign", "", ben.id()).status()).isEqualTo(302);
        assertThat(Visitor.fromNewNetwork().open(Mails.link(Mails.newestOf(1, "jo@" + asked.domain()))).words()).doesNotContain("On leave");
    }

    /** The assignee in 64 windows: only who has a request decides it. */
    @Test
    void sixtyFourDecisionsAtOnceAreOneAndTheOthersAreTold() throws Exception {
        Asked asked = Asked.atNewDomain();
        Staff ada = Staff.administrator();
        Staff ben = Staff.administrator();
        ada.does(asked.id(), "Assign", "", ada.id());
        List<Callable<Page>> presses = new ArrayList<>();
        Page seen = ada.visitor().open("/admin/request?id=" + asked.id());
        for (int i = 0; i < CROWD; i++) {
            Form form = Staff.pressed(seen, DECISIONS.get(i % DECISIONS.size()), "Number " + i, ben.id());
            presses.add(() -> ada.visitor().submit(form));
        }

        List<Page> answers = Presses.atOnce(presses);

        assertThat(answers).filteredOn(answer -> answer.status() == 302).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(CROWD - 1)
                .allSatisfy(answer -> assertThat(answer.hasLayout()).isTrue());
        assertThat(asked.history()).hasSize(4);
        assertThat(Rows.count("select events from request where id = ?", asked.id())).isEqualTo(4);
    }

    @Test
    void aRejectedRequestIsNotOpenedAgainWhileTheSameIsAskedAnew() {
        Asked asked = Asked.atNewDomain();
        Staff ada = Staff.administrator();
        ada.does(asked.id(), "Assign", "", ada.id());
        ada.does(asked.id(), "Reject", "Not public.", 0);
        asked.againByAnother();

        Page refused = ada.does(asked.id(), "Reopen", "They were right.", 0);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.words()).contains("Somebody has asked for the same again");
        assertThat(asked.status()).isEqualTo("CLOSED");
    }
}
