package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.enrol.launcher.Mail;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Staff managers and the accounts of staff: who comes in, who is kept out, and what two have to agree on. */
class StaffIT extends ClientTest {

    private final Staff ada = Staff.with("STAFF_MANAGER");
    private final List<String> undo = new ArrayList<>();

    @AfterEach
    void everybodyIsBack() {
        undo.forEach(Rows::change);
    }

    @Test
    void whoIsSuspendedIsSignedOutAtOnceAndComesBackWhenReactivated() {
        Buyer sam = RoleMatrixIT.holder("SUPPORT");
        assertThat(sam.visitor().open("/admin/requests").status()).isEqualTo(200);

        assertThat(ada.visitor().submit(why(member(sam.accountId()), "Suspend", " ")).error("why")).isEqualTo("Enter a reason");
        Page suspended = ada.visitor().submit(why(member(sam.accountId()), "Suspend", "Left the department."));
        assertThat(suspended.leadsTo()).as("%s", suspended).contains("done=suspended");

        assertThat(sam.visitor().open("/admin/requests").leadsTo()).startsWith("/sign-in");
        assertThat(sam.signsIn(Visitor.fromNewNetwork(), sam.password()).status()).isEqualTo(403);
        assertThat(ada.visitor().follow(suspended).words()).contains("Suspended", "Left the department.");
        assertThat(Rows.count("select count(*) from sign_in_session where account_id = ?", sam.accountId())).isZero();
        Page back = ada.visitor().submit(why(member(sam.accountId()), "Reactivate", "Came back."));
        assertThat(back.leadsTo()).contains("done=reactivated");
        assertThat(sam.signsIn(Visitor.fromNewNetwork(), sam.password()).leadsTo()).isEqualTo("/home");
        assertThat(Rows.list("select detail from audit_personal p join audit_entry e on e.id = p.entry_id where action like 'STAFF_%' and subject = ?"
                + " order by e.id", "account:" + sam.accountId())).containsExactly("Left the department.", "Came back.");
    }

    @Test
    void whatASuspendedAdministratorHeldStaysAndIsListedForWhoeverTakesItOver() {
        Staff ben = Staff.administrator();
        String reference = "HELD-" + ben.id();
        Rows.change("""
                with held as (
                  insert into request (reference, type, status, target, title, assignee_id, open_key, created_at, changed_at, events, version)
                  values (?, 'EMAIL_DOMAIN', 'ASSIGNED', ?, ?, ?, ?, now(), now(), 1, 0) returning id, assignee_id)
                insert into request_event (request_id, number, at, actor, action, to_status, assignee_after, comment)
                select id, 1, now(), 'system', 'CREATE', 'ASSIGNED', assignee_id, '' from held""", reference, reference, reference, ben.id(), reference);

        Page suspended = ada.visitor().follow(ada.visitor().submit(why(member(ben.id()), "Suspend", "On leave.")));

        assertThat(suspended.words()).contains("Open requests assigned to this person", reference);
        assertThat(Rows.count("select assignee_id from request where reference = ?", reference)).isEqualTo(ben.id());
    }

    @Test
    void nobodyChangesTheirOwnAccount() {
        Page own = member(ada.id());

        assertThat(own.words()).contains("Nobody changes their own staff account");
        assertThat(Buttons.has(own, "Suspend")).isFalse();
    }

    @Test
    void theLastAdministratorStaysForThePageAndForTheDatabase() {
        Staff last = Staff.administrator();
        nobodyElseIsActive("ADMINISTRATOR", last.id());

        Page refused = ada.visitor().submit(why(member(last.id()), "Suspend", "Just to see."));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.words()).contains("an active administrator");
        assertThatThrownBy(() -> Rows.change("update account set status = 'DEACTIVATED' where id = ?", last.id())).hasStackTraceContaining("staff_stays");
        assertThatThrownBy(() -> Rows.change("delete from account_role where account_id = ?", last.id())).hasStackTraceContaining("staff_stays");
    }

    @Test
    void twoManagersWhoSuspendEachOtherAtOnceLeaveOne() throws Exception {
        Staff ben = Staff.with("STAFF_MANAGER");
        nobodyElseIsActive("STAFF_MANAGER", ada.id(), ben.id());
        Form adas = why(member(ben.id()), "Suspend", "Quicker.");
        Form bens = why(ben.visitor().open("/admin/staff-member?id=" + ada.id()), "Suspend", "Quicker.");

        List<Page> answers = atOnce(List.of(() -> ada.visitor().submit(adas), () -> ben.visitor().submit(bens)));

        assertThat(answers).filteredOn(answer -> answer.leadsTo().contains("done=suspended")).hasSize(1);
        assertThat(answers).allMatch(answer -> answer.status() < 500);
        assertThat(Rows.count("select count(*) from account where id in (?, ?) and status = 'ACTIVE'", ada.id(), ben.id())).isEqualTo(1);
    }

    @Test
    void aRoleHoldsAtTheNextRequestAndIsGoneAtTheNextRequest() {
        Buyer sam = RoleMatrixIT.holder("SUPPORT");
        assertThat(sam.visitor().open("/admin/audit").status()).isEqualTo(403);

        Page given = ada.visitor().submit(Buttons.pressed(member(sam.accountId()), "Give the role: Auditor"));
        assertThat(given.leadsTo()).as("%s", given).contains("done=given");
        assertThat(sam.visitor().open("/admin/audit").status()).isEqualTo(200);

        assertThat(ada.visitor().submit(Buttons.pressed(member(sam.accountId()), "Take the role away: Auditor")).leadsTo()).contains("done=taken");
        assertThat(sam.visitor().open("/admin/audit").status()).isEqualTo(403);
        Page last = ada.visitor().submit(Buttons.pressed(member(sam.accountId()), "Take the role away: Support"));
        assertThat(last.status()).as("a member of staff without a role is suspended instead").isEqualTo(409);
    }

    @Test
    void administratorsAreMadeByTwoManagers() {
        Buyer sam = RoleMatrixIT.holder("SUPPORT");
        Staff ben = Staff.with("STAFF_MANAGER");
        String confirm = "Confirm: Administrator, Robin Heron";

        assertThat(ada.visitor().submit(Buttons.pressed(member(sam.accountId()), "Give the role: Administrator")).leadsTo()).contains("done=asked");
        assertThat(Buttons.has(member(sam.accountId()), "Give the role: Administrator")).as("asked for once").isFalse();
        Page adas = ada.visitor().open("/admin/staff");
        assertThat(adas.words()).contains("You asked for it, so another staff manager has to confirm");
        assertThat(Buttons.has(adas, confirm)).isFalse();
        assertThat(roles(sam)).containsExactly("SUPPORT");
        long grant = Rows.count("select id from staff_grant where account_id = ? and outcome is null", sam.accountId());
        for (String outcome : List.of("GIVEN", "ALONE")) {
            assertThatThrownBy(() -> Rows.change("update staff_grant set outcome = ?, decided_by = asked_by, decided_at = now() where id = ?", outcome, grant))
                    .hasStackTraceContaining(outcome.equals("GIVEN") ? "staff_grant_four_eyes" : "staff_grant_alone");
        }

        Form twice = Buttons.pressed(ben.visitor().open("/admin/staff"), confirm);
        assertThat(ben.visitor().submit(twice).leadsTo()).contains("done=given");
        assertThat(roles(sam)).containsExactly("ADMINISTRATOR", "SUPPORT");
        assertThat(ben.visitor().submit(twice).status()).as("decided already").isEqualTo(409);
    }

    @Test
    void anAdministratorsInvitationWaitsForTheSecondManagerAndCanBeRevoked() {
        Staff ben = Staff.with("STAFF_MANAGER");
        String address = "invited" + ada.id() + "@enrol.example";

        assertThat(invites(ada, address, "ADMINISTRATOR").leadsTo()).contains("done=asked");
        Mails.awaitNothingOwed();
        assertThat(Mails.to(address)).isEmpty();
        ben.visitor().submit(Buttons.pressed(ben.visitor().open("/admin/staff"), "Confirm: Administrator, " + address));
        Mail first = Mails.only(address);
        Rows.letCountersAge(java.time.Duration.ofSeconds(31));
        ada.visitor().submit(Buttons.pressed(ada.visitor().open("/admin/staff"), "Send again: " + address));
        Mails.newestOf(2, address);
        Page revoked = ada.visitor().submit(Buttons.pressed(ada.visitor().open("/admin/staff"), "Revoke: " + address));

        assertThat(revoked.leadsTo()).contains("done=revoked");
        for (Mail mail : Mails.to(address)) {
            assertThat(Visitor.fromNewNetwork().open(Mails.link(mail)).status()).as("%s", first).isEqualTo(400);
        }
    }

    @Test
    void theOnlyManagerLetsTheSecondOneInAlone() {
        nobodyElseHolds("STAFF_MANAGER", ada.id());
        String address = "second" + ada.id() + "@enrol.example";

        assertThat(ada.visitor().open("/admin/staff").words()).contains("You are the only staff manager");
        assertThat(invites(ada, address, "ADMINISTRATOR").leadsTo()).contains("done=invited");
        Visitor second = Visitor.fromNewNetwork();
        Page activated = second.submit(second.open(Mails.link(Mails.only(address))).form().with("name", "Second Administrator")
                .with("password", Buyer.PASSWORD).ticked("accepted"));

        assertThat(activated.leadsTo()).isEqualTo("/admin");
        assertThat(Rows.one("select outcome from staff_grant where canonical_email = ?", address)).isEqualTo("ALONE");
    }

    @Test
    void staffAreInvitedAndManagedByStaffManagersOnly() {
        for (String role : List.of("ADMINISTRATOR", "SUPPORT", "AUDITOR")) {
            Visitor other = Staff.with(role).visitor();
            assertThat(other.open("/admin/staff").status()).as(role).isEqualTo(403);
            assertThat(other.open("/admin/staff-member?id=" + ada.id()).status()).as(role).isEqualTo(403);
        }
        assertThat(ada.visitor().open("/admin/staff").status()).isEqualTo(200);
        assertThat(ada.visitor().open("/admin/staff-member?id=" + Buyer.active().accountId()).status()).as("no member of staff").isEqualTo(404);
    }

    private Page member(long id) {
        return ada.visitor().open("/admin/staff-member?id=" + id);
    }

    private static Form why(Page page, String button, String reason) {
        return Buttons.pressed(page, button).with("why", reason);
    }

    private static Page invites(Staff manager, String address, String role) {
        return manager.visitor().submit(manager.visitor().open("/admin/staff").form().with("email", address).with("role", role));
    }

    private static List<String> roles(Buyer person) {
        return Rows.list("select role from account_role where account_id = ? order by role", person.accountId());
    }

    /** Whoever else is, is suspended until this test is over. */
    private void nobodyElseIsActive(String role, Long... kept) {
        withoutTriggers("account", """
                update account set status = 'DEACTIVATED' where status = 'ACTIVE' and id in (select account_id from account_role where role = '%s')
                and id not in (%s) returning id""".formatted(role, ids(kept)))
                .forEach(id -> undo.add("update account set status = 'ACTIVE' where id = " + id));
    }

    private void nobodyElseHolds(String role, Long kept) {
        withoutTriggers("account_role", "delete from account_role where role = '%s' and account_id <> %d returning account_id".formatted(role, kept))
                .forEach(id -> undo.add("insert into account_role (account_id, role) values (%s, '%s')".formatted(id, role)));
    }

    private static List<String> withoutTriggers(String table, String change) {
        Rows.change("alter table " + table + " disable trigger user");
        try {
            return Rows.list(change);
        } finally {
            Rows.change("alter table " + table + " enable trigger user");
        }
    }

    private static String ids(Long... kept) {
        return String.join(", ", List.of(kept).stream().map(String::valueOf).toList());
    }

    private static List<Page> atOnce(List<Callable<Page>> deeds) throws Exception {
        CyclicBarrier start = new CyclicBarrier(deeds.size());
        ExecutorService lanes = Executors.newFixedThreadPool(deeds.size());
        try {
            List<Future<Page>> running = deeds.stream().map(deed -> lanes.submit(() -> {
                start.await();
                return deed.call();
            })).toList();
            List<Page> answers = new ArrayList<>();
            for (Future<Page> each : running) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            lanes.shutdown();
        }
    }
}
