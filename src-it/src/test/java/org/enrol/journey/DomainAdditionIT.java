package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Domains that administrators add by themselves: one proposes, another one confirms, and the guards stand before both. */
class DomainAdditionIT extends ClientTest {

    private static final int CROWD = 16;

    @Test
    void oneProposesAndAnotherOneConfirms() {
        String domain = Domains.unknown();
        Staff ada = Staff.administrator();
        Staff ben = Staff.administrator();

        long proposal = Domains.proposes(ada, domain);
        assertThat(Domains.isApproved(domain)).isFalse();
        assertThat(ben.visitor().open("/admin/domains").words()).contains("Waiting for a second administrator", domain, ada.name());
        assertThat(Domains.confirms(ben, proposal).leadsTo()).isEqualTo("/admin/domains?done=confirmed");

        Page details = ben.visitor().open("/admin/domain?name=" + domain);
        assertThat(details.words()).contains("Town Council", "https://example.org/list", "Approved by " + ada.name(), "Confirmed by " + ben.name());
        assertThat(Rows.list("select action from audit_entry where subject in (?, ?) order by id", "proposal:" + proposal, "domain:" + domain))
                .containsExactly("DOMAIN_PROPOSED", "DOMAIN_APPROVED");
        new Buyer(Visitor.fromNewNetwork(), "jo@mail." + domain, Buyer.PASSWORD).asksForAnAccount();
    }

    @Test
    void whoProposedCanOnlyTakeItBackAndTheDatabaseKnowsToo() {
        Staff ada = Staff.administrator();
        String domain = Domains.unknown();
        long proposal = Domains.proposes(ada, domain);

        Page own = ada.visitor().open("/admin/domain/proposal?id=" + proposal);
        assertThat(own.words()).contains("Another administrator has to confirm it");
        assertThat(own.form().value("decline")).isEqualTo("Withdraw the proposal");
        assertThat(own.form().fields()).doesNotContainKey("confirm");
        ada.visitor().submit(own.form().with("decline", null).with("confirm", "Confirm"));
        assertThat(Domains.isApproved(domain)).isFalse();
        assertThatThrownBy(() -> Rows.change("""
                update domain_proposal set outcome = 'CONFIRMED', decided_by = proposed_by, decided_at = now() where id = ?""", proposal))
                .hasStackTraceContaining("domain_proposal_four_eyes");
        assertThatThrownBy(() -> Rows.change("""
                insert into approved_domain (domain, include_subdomains, many_bodies, organisation, source, added_at, approved_by, confirmed_by)
                values (?, true, false, 'X', 'test', now(), ?, ?)""", domain, ada.id(), ada.id())).hasStackTraceContaining("approved_domain_four_eyes");

        Page unexplained = ada.visitor().submit(Domains.pressed(ada, proposal, "decline", " "));
        assertThat(unexplained.error("reason")).isEqualTo("Enter a reason");
        assertThat(ada.visitor().submit(Domains.pressed(ada, proposal, "decline", "A typing error.")).leadsTo()).isEqualTo("/admin/domains?done=declined");
        assertThat(Rows.one("select outcome from domain_proposal where id = ?", proposal)).isEqualTo("WITHDRAWN");
    }

    @Test
    void anotherOneDeclinesWithAReasonAndThePlaceIsFreeAgain() {
        Staff ada = Staff.administrator();
        Staff ben = Staff.administrator();
        String domain = Domains.unknown();
        long proposal = Domains.proposes(ada, domain);

        ben.visitor().submit(Domains.pressed(ben, proposal, "decline", "A private shop."));

        assertThat(Rows.one("select outcome || ' ' || reason from domain_proposal where id = ?", proposal)).isEqualTo("DECLINED A private shop.");
        assertThat(ada.visitor().open("/admin/domain/proposal?id=" + proposal).words()).contains("Declined", "A private shop.");
        Domains.proposes(ada, domain);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''                            | Enter a domain",
        "*.gov.uk                      | Enter the domain without an asterisk",
        "uk                            | Enter a domain with at least two parts",
        "10.0.0.1                      | not an IP address",
        "[2001:db8::1]                 | not an IP address",
        "jo@leeds-council.example      | Enter only the domain: leeds-council.example",
        "https://www.leeds-council.example/x | Enter only the domain: leeds-council.example",
        "a..uk                         | Enter a valid domain",
        "a_b.org                       | Enter a valid domain",
        "co.uk                         | Anybody can get names under this domain",
        "amazonaws.com                 | Below this domain there are suffixes",
        "gmail.com                     | Anybody can get an address at this email provider",
        "gov.uk                        | This domain is on the list already",
        "leeds.gov.uk                  | gov.uk is on the list and covers this domain already",
        "BÜCHER.example                | This domain is on the list already"})
    void whatCannotBeAddedIsRefusedAtTheFieldAndKept(String typed, String message) {
        Staff ada = Staff.administrator();

        Page refused = ada.visitor().submit(Domains.proposal(ada.visitor(), typed));

        assertThat(refused.status()).as("%s", refused).isIn(422, 409);
        assertThat(refused.error("domain")).contains(message);
        assertThat(refused.form().value("domain")).isEqualTo(typed);
    }

    @Test
    void allThatIsMissingIsNamedAtOnce() {
        Staff ada = Staff.administrator();

        Page refused = ada.visitor().submit(ada.visitor().open("/admin/domain/add").form());

        assertThat(refused.refusedFields()).containsExactly("domain", "organisation", "evidence");
    }

    @Test
    void aParentIsAllowedSaysWhatBecomesRedundantAndTakesItOutWhereWanted() {
        Staff ada = Staff.administrator();
        Staff ben = Staff.administrator();
        String parent = Domains.unknown();
        Rows.change("""
                insert into approved_domain (domain, include_subdomains, many_bodies, organisation, source, added_at)
                values (?, true, false, 'Parks', 'sample', now())""", "parks." + parent);

        Page proposed = ada.visitor().submitAndFollow(Domains.proposal(ada.visitor(), parent).ticked("replaceBelow"));
        assertThat(proposed.words()).contains("become redundant", "parks." + parent, "taken out with the decision");
        Domains.confirms(ben, Rows.count("select id from domain_proposal where domain = ?", parent));

        assertThat(Rows.list("select domain from approved_domain where domain like ?", "%" + parent)).containsExactly(parent);
        assertThat(Rows.count("select count(*) from audit_entry where action = 'DOMAIN_REMOVED' and subject = ?", "domain:parks." + parent)).isEqualTo(1);
    }

    @Test
    void manyWhoProposeTheSameAtOnceMakeOneProposal() throws Exception {
        String domain = Domains.unknown();
        List<Callable<Page>> proposals = staff().stream().<Callable<Page>>map(one -> {
            Form form = Domains.proposal(one.visitor(), domain);
            return () -> one.visitor().submit(form);
        }).toList();

        List<Page> answers = Together.all(proposals);

        assertThat(answers).filteredOn(answer -> answer.status() == 302).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409 && answer.error("domain").contains("has been proposed")).hasSize(CROWD - 1);
        assertThat(Rows.count("select count(*) from domain_proposal where domain = ?", domain)).isEqualTo(1);
    }

    @Test
    void manyWhoConfirmOneProposalAtOnceAddOneEntry() throws Exception {
        String domain = Domains.unknown();
        long proposal = Domains.proposes(Staff.administrator(), domain);
        List<Callable<Page>> confirmations = staff().stream().<Callable<Page>>map(one -> {
            Form form = Domains.pressed(one, proposal, "confirm", "");
            return () -> one.visitor().submit(form);
        }).toList();

        List<Page> answers = Together.all(confirmations);

        assertThat(answers).filteredOn(answer -> answer.status() == 302).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409 && answer.words().contains("Somebody else has decided")).hasSize(CROWD - 1);
        assertThat(Domains.isApproved(domain)).isTrue();
    }

    @Test
    void parentAndChildConfirmedAtOnceLeaveNoRedundantEntryAndAClearAnswer() throws Exception {
        for (int round = 0; round < 10; round++) {
            String parent = Domains.unknown();
            Staff ada = Staff.administrator();
            Staff ben = Staff.administrator();
            Staff cy = Staff.administrator();
            Form first = Domains.pressed(ben, Domains.proposes(ada, parent), "confirm", "");
            Form second = Domains.pressed(cy, Domains.proposes(ada, "parks." + parent), "confirm", "");

            List<Page> answers = Together.all(List.of(() -> ben.visitor().submit(first), () -> cy.visitor().submit(second)));

            assertThat(answers.get(0).status()).as("%s", answers).isEqualTo(302);
            assertThat(answers.get(1).status()).as("%s", answers).isIn(302, 409);
            if (answers.get(1).status() == 409) {
                assertThat(answers.get(1).words()).contains(parent + " is on the list and covers this domain already");
                assertThat(Domains.isApproved("parks." + parent)).isFalse();
            }
        }
    }

    @Test
    void removingAnEntryWhileItsChildIsConfirmedGivesOneOfTwoOrders() throws Exception {
        for (int round = 0; round < 10; round++) {
            String parent = Domains.unknown();
            Staff ada = Staff.administrator();
            Staff ben = Staff.administrator();
            long child = Domains.proposes(ada, "parks." + parent);
            Domains.confirms(ben, Domains.proposes(ada, parent));
            Form confirming = Domains.pressed(ben, child, "confirm", "");
            Form removing = Domains.removal(ada, parent, false);

            List<Page> answers = Together.all(List.of(() -> ben.visitor().submit(confirming), () -> ada.visitor().submit(removing)));

            assertThat(answers.get(0).status()).as("%s", answers).isIn(302, 409);
            assertThat(answers.get(1).status()).as("%s", answers).isEqualTo(302);
            assertThat(Domains.isApproved(parent)).isFalse();
            assertThat(Domains.isApproved("parks." + parent)).isEqualTo(answers.get(0).status() == 302);
        }
    }

    @Test
    void othersReadAndOnlyAdministratorsAdd() {
        long proposal = Domains.proposes(Staff.administrator(), Domains.unknown());
        for (String role : List.of("SUPPORT", "AUDITOR")) {
            Staff reader = Staff.with(role);
            assertThat(reader.visitor().open("/admin/domains").words()).contains("Approved email domains").doesNotContain("Add a domain");
            assertThat(reader.visitor().open("/admin/domain?name=gov.uk").words()).doesNotContain("Remove this domain");
            assertThat(reader.visitor().open("/admin/domain/proposal?id=" + proposal).words()).doesNotContain("Decline");
            assertThat(reader.visitor().submit(Domains.proposal(reader.visitor(), Domains.unknown())).status()).isEqualTo(403);
            assertThat(reader.visitor().submit(Domains.removal(reader, "gov.uk", true)).status()).isEqualTo(403);
        }
        assertThat(Domains.isApproved("gov.uk")).isTrue();
        for (String page : List.of("/admin/domains", "/admin/domain?name=gov.uk", "/admin/domain/add", "/admin/domain/remove?name=gov.uk")) {
            assertThat(Visitor.fromNewNetwork().open(page).leadsTo()).startsWith("/sign-in");
            assertThat(Buyer.active().visitor().open(page).status()).isEqualTo(403);
        }
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Visitor ada = Staff.administrator().visitor();
        for (String page : List.of("/admin/domain?name=nowhere.example", "/admin/domain", "/admin/domain/remove?name=x", "/admin/domain/proposal?id=0",
                "/admin/domain/proposal?id=x", "/admin/domain/choice?id=999999999", "/admin/domain/add?removal=999999999")) {
            assertThat(ada.open(page).status()).as(page).isEqualTo(404);
        }
    }

    @Test
    void theListIsSearchedAnywhereAndReadInItsOrders() {
        Visitor ada = Staff.administrator().visitor();
        String domain = Domains.unknown();
        Rows.change("""
                insert into approved_domain (domain, include_subdomains, many_bodies, organisation, source, added_at)
                values (?, true, false, 'AAA 100% of Parks', 'sample', now() + interval '1 day')""", domain);

        assertThat(ada.open("/admin/domains?part=" + domain.substring(3, 9)).words()).contains(domain);
        assertThat(ada.open("/admin/domains?part=100%25+OF").words()).contains(domain).doesNotContain("gov.scot");
        assertThat(ada.open("/admin/domains?part=b%C3%BCcher").words()).contains("xn--bcher-kva.example", "bücher.example");
        assertThat(ada.open("/admin/domains?part=a_b").words()).contains("No domains match");
        assertThat(ada.open("/admin/domains?order=NEWEST").words()).contains(domain);
        assertThat(ada.open("/admin/domains?order=ORGANISATION").words()).contains(domain);
        Rows.change("delete from approved_domain where domain = ?", domain);
    }

    private static List<Staff> staff() {
        return new ArrayList<>(IntStream.range(0, CROWD).mapToObj(i -> Staff.administrator()).toList());
    }
}
