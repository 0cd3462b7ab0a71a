package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A domain is let in: everybody who waits for it or below it is told, whoever asked what and when. */
class DomainWaitIT extends ClientTest {

    private static final int CROWD = 12;

    @Test
    void whoeverWaitsBelowIsToldTooAndTheirRequestsEndInTheSameDecision() {
        String parent = Domains.unknown();
        long request = Domains.waits("jo@" + parent);
        long below = Domains.waits("kim@parks." + parent);
        long farBelow = Domains.waits("lee@trees.parks." + parent);
        long beside = Domains.waits("max@not" + parent);
        Staff ada = Staff.administrator();
        Staff ben = Staff.administrator();
        ada.does(request, "Assign", "", ada.id());

        Page before = ada.visitor().open("/admin/request?id=" + request);
        assertThat(before.words()).contains("What the registry says", "Not known", "Other requests that end with it", "parks." + parent)
                .doesNotContain("not" + parent + " – 1");
        Domains.approved(request, ada, ben);
        ben.does(request, "Complete", "Confirmed by telephone.", 0);

        for (String person : List.of("jo@" + parent, "kim@parks." + parent, "lee@trees.parks." + parent)) {
            assertThat(Mails.newestOf(2, person).text()).as(person).contains("/buyer/create");
        }
        for (long ended : List.of(below, farBelow)) {
            assertThat(Rows.one("select status || ' ' || outcome from request where id = ?", ended)).isEqualTo("CLOSED SUPERSEDED");
            assertThat(Rows.one("select actor || ' ' || action || ' ' || comment from request_event where request_id = ? and to_status = 'CLOSED'", ended))
                    .isEqualTo("system CASCADE " + parent);
        }
        assertThat(Rows.one("select status from request where id = ?", beside)).isEqualTo("AWAITING_PICKUP");
        assertThat(Rows.one("select source || ' ' || approved_by || ' ' || confirmed_by from approved_domain where domain = ?", parent))
                .isEqualTo("request:" + request + " " + ada.id() + " " + ben.id());
        assertThat(ben.visitor().open("/admin/domain?name=" + parent).words()).contains("Approved by " + ada.name(), "Confirmed by " + ben.name());
    }

    @Test
    void theOneWhoHandlesItChoosesWhatTheEntrySaysUntilItIsApproved() {
        String domain = Domains.unknown();
        long request = Domains.waits("jo@" + domain);
        long below = Domains.waits("kim@parks." + domain);
        Staff ada = Staff.administrator();
        Staff ben = Staff.administrator();
        ada.does(request, "Assign", "", ada.id());

        Form choice = ada.visitor().open("/admin/domain/choice?id=" + request).form();
        assertThat(choice.value("organisation")).isEqualTo("Town Council");
        assertThat(ada.visitor().submit(choice.with("organisation", "")).error("organisation")).isEqualTo("Enter the name of the organisation");
        assertThat(ben.visitor().submit(ben.visitor().open("/admin/domain/choice?id=" + request).form()).status()).isEqualTo(409);
        assertThat(ada.visitor().submit(choice.with("organisation", "Council of the Town").with("includeSubdomains", null)).leadsTo())
                .isEqualTo("/admin/request?id=" + request);
        ada.does(request, "Approve", "Listed.", 0);
        assertThat(ada.visitor().submit(choice.with("organisation", "Another").ticked("includeSubdomains")).status()).isEqualTo(409);
        ada.does(request, "Start", "Going on.", 0);
        ada.does(request, "Assign", "", ben.id());
        assertThat(ben.visitor().open("/admin/request?id=" + request).words()).contains("Council of the Town", "Not included");
        ben.does(request, "Complete", "Confirmed.", 0);

        assertThat(Rows.one("select organisation || ' ' || include_subdomains from approved_domain where domain = ?", domain))
                .isEqualTo("Council of the Town false");
        assertThat(Rows.one("select status from request where id = ?", below)).isEqualTo("AWAITING_PICKUP");
    }

    @Test
    void aNameThatAStrangerTypesRenamesNothing() {
        String domain = Domains.unknown();
        long organisation = Rows.count("insert into organisation (name, created_at) values ('Old Borough Council', now()) returning id");
        Rows.change("insert into organisation_domain (domain, organisation_id) values (?, ?)", domain, organisation);
        assertThat(Domains.asks("jo@" + domain, "Old Borough Councils of Mischief").leadsTo()).contains("sent=true");
        long request = Rows.count("select id from request where target = ?", domain);
        Staff ada = Staff.administrator();
        Staff ben = Staff.administrator();

        assertThat(ada.visitor().open("/admin/request?id=" + request).words()).contains("Organisations here with similar names Old Borough Council");
        Domains.approved(request, ada, ben);
        ben.does(request, "Complete", "Confirmed.", 0);

        assertThat(Rows.one("select organisation from approved_domain where domain = ?", domain)).isEqualTo("Old Borough Council");
        assertThat(Rows.one("select name from organisation where id = ?", organisation)).isEqualTo("Old Borough Council");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jo@gmail.com", "jo@co.uk", "jo@amazonaws.com", "jo@uk.com"})
    void nobodyCanAskForWhatCanNeverBeApproved(String email) {
        Page refused = Domains.asks(email, "Town Council");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.error("email")).isNotEmpty();
        assertThat(Rows.count("select count(*) from domain_wait where canonical_email = ?", email)).isZero();
    }

    @Test
    void whatHasBecomeImpossibleIsRefusedAtTheDecisionToo() {
        String domain = Domains.unknown();
        long request = Domains.waits("jo@" + domain);
        Staff ada = Staff.administrator();
        Staff ben = Staff.administrator();
        Domains.approved(request, ada, ben);
        Rows.change("update request set target = 'co.uk', open_key = 'EMAIL_DOMAIN:co.uk' where id = ?", request);

        assertThat(ben.visitor().open("/admin/request?id=" + request).words()).contains("It cannot be approved.");
        Page refused = ben.does(request, "Complete", "Confirmed.", 0);

        assertThat(refused.status()).as("%s", refused).isEqualTo(422);
        assertThat(refused.words()).contains("Anybody can get names under this domain");
        assertThat(Domains.isApproved("co.uk")).isFalse();
        Rows.change("update request set target = ?, open_key = 'EMAIL_DOMAIN:' || ? where id = ?", domain, domain, request);
    }

    @Test
    void aConfirmedProposalTellsThoseWhoWait() {
        String parent = Domains.unknown();
        long request = Domains.waits("jo@parks." + parent);
        Staff ben = Staff.administrator();
        long proposal = Domains.proposes(Staff.administrator(), parent);

        assertThat(ben.visitor().open("/admin/domain/proposal?id=" + proposal).words()).contains("Other requests that end with it", "1 person waits");
        Domains.confirms(ben, proposal);

        assertThat(Mails.newestOf(2, "jo@parks." + parent).text()).contains("/buyer/create");
        assertThat(Rows.one("select outcome from request where id = ?", request)).isEqualTo("SUPERSEDED");
    }

    @Test
    void parentAndChildCompletedAtOnceLeaveNobodyOutAndNothingTwice() throws Exception {
        for (int round = 0; round < 6; round++) {
            String parent = Domains.unknown();
            String child = "parks." + parent;
            List<Long> requests = List.of(Domains.waits("jo@" + parent), Domains.waits("kim@" + child));
            List<Staff> second = List.of(Staff.administrator(), Staff.administrator());
            Staff ada = Staff.administrator();
            List<Callable<Page>> completions = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Domains.approved(requests.get(i), ada, second.get(i));
                Staff one = second.get(i);
                Form form = Staff.pressed(one.visitor().open("/admin/request?id=" + requests.get(i)), "Complete", "Confirmed.", 0);
                completions.add(() -> one.visitor().submit(form));
            }

            List<Page> answers = Together.all(completions);

            assertThat(answers.get(0).status()).as("%s", answers).isEqualTo(302);
            assertThat(answers.get(1).status()).as("%s", answers).isIn(302, 409);
            assertThat(Domains.isApproved(parent)).isTrue();
            assertThat(Domains.isApproved(child)).as("%s", answers).isEqualTo(answers.get(1).status() == 302);
            for (String person : List.of("jo@" + parent, "kim@" + child)) {
                assertThat(Mails.newestOf(2, person).text()).contains("/buyer/create");
            }
        }
    }

    @Test
    void nobodyIsForgottenWhoAsksWhileTheParentIsBeingLetIn() throws Exception {
        for (int round = 0; round < 4; round++) {
            String parent = Domains.unknown();
            long request = Domains.waits("jo@" + parent);
            Staff ada = Staff.administrator();
            Staff ben = Staff.administrator();
            Domains.approved(request, ada, ben);
            Form form = Staff.pressed(ben.visitor().open("/admin/request?id=" + request), "Complete", "Confirmed.", 0);
            List<Callable<Page>> deeds = new ArrayList<>();
            deeds.add(() -> ben.visitor().submit(form));
            IntStream.range(0, CROWD).forEach(i -> deeds.add(() -> Domains.asks("p" + i + "@" + (i % 3 == 0 ? "" : "d" + i % 4 + ".") + parent, "Parks")));

            List<Page> answers = Together.all(deeds);

            assertThat(answers.get(0).status()).as("%s", answers.get(0)).isEqualTo(302);
            assertThat(answers.subList(1, answers.size())).allSatisfy(answer -> assertThat(answer.status()).as("%s", answer).isIn(302, 409));
            assertThat(Rows.list("select reference from request where target like ? and status not in ('CLOSED', 'COMPLETE_AWAITING_ACKNOWLEDGEMENT')",
                    "%" + parent)).isEmpty();
            assertThat(Rows.list("select w.email from domain_wait w join request r on r.id = w.request_id where r.target like ? and w.told_at is null",
                    "%" + parent)).isEmpty();
        }
    }

    @Test
    void whoAsksAgainAfterTheDomainWasTakenOutWaitsForANewDecision() {
        String domain = Domains.unknown();
        long request = Domains.waits("jo@" + domain);
        Staff ada = Staff.administrator();
        Staff ben = Staff.administrator();
        Domains.approved(request, ada, ben);
        ben.does(request, "Complete", "Confirmed.", 0);
        ada.visitor().submit(Domains.removal(ada, domain, false));

        long again = Domains.waits("kim@" + domain);

        assertThat(again).isNotEqualTo(request);
        assertThat(Rows.one("select status from request where id = ?", again)).isEqualTo("AWAITING_PICKUP");
        assertThat(Rows.one("select status || ' ' || outcome from request where id = ?", request)).isEqualTo("CLOSED COMPLETED");
    }
}
