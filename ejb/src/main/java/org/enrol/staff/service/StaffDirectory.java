package org.enrol.staff.service;

import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;

import org.enrol.account.model.Account;
import org.enrol.account.model.Role;
import org.enrol.audit.service.CurrentActor;
import org.enrol.audit.service.StaffReads;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.request.model.RequestStatus;
import org.enrol.staff.model.StaffGrant;

/** Who works here: the accounts of staff, and what is still to be decided about them. */
@Stateless
@RolesAllowed("STAFF_MANAGER")
public class StaffDirectory {

    private static final List<Role> STAFF = Arrays.stream(Role.values()).filter(Role::isStaff).toList();
    private static final int MOST_HELD = 100;

    /** A role that is asked for. @param whom name or address @param mine asked for by who looks: somebody else has to agree */
    public record Asked(long id, Role role, String whom, String askedBy, Instant askedAt, boolean mine) implements Serializable {
    }

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    CurrentActor actor;
    @Inject
    StaffReads reads;

    /** One page: active first, by name. @param after the last account of the page before; 0 for the first page */
    public List<StaffRow> page(long after, int most) {
        reads.note("staff", "");
        Optional<Account> last = Optional.ofNullable(after == 0 ? null : em.find(Account.class, after));
        TypedQuery<Long> query = em.createQuery("select a.id from Account a where exists (select 1 from a.roles r where r in :staff)"
                + (last.isPresent() ? " and (cast(a.status as String), a.name, a.id) > (:status, :name, :id)" : "")
                + " order by cast(a.status as String), a.name, a.id", Long.class).setParameter("staff", STAFF).setMaxResults(most);
        last.ifPresent(account -> query.setParameter("status", account.isActive() ? "ACTIVE" : "DEACTIVATED")
                .setParameter("name", account.name()).setParameter("id", account.id()));
        List<Long> ids = query.getResultList();
        Map<Long, Account> found = accounts(ids);
        return ids.stream().map(found::get).map(StaffDirectory::row).toList();
    }

    /** @throws EnrolException STAFF_NOT_FOUND */
    public StaffMember member(long id) {
        Account account = Optional.ofNullable(em.find(Account.class, id)).filter(Account::isStaff)
                .orElseThrow(() -> new EnrolException(ErrorCode.STAFF_NOT_FOUND));
        reads.note("account:" + id, "");
        List<Role> asked = grants().stream().filter(grant -> grant.accountId().filter(whom -> whom == id).isPresent()).map(StaffGrant::role).toList();
        return new StaffMember(id, account.name(), account.email().typed(), account.suspendedAt().orElse(null), account.suspendedReason(),
                account.lastSignInAt().orElse(null), roles(account),
                STAFF.stream().filter(role -> !account.has(role) && !asked.contains(role)).toList(), id == actor.accountId(), held(id));
    }

    /** What waits for a second staff manager, oldest first. */
    public List<Asked> asked() {
        reads.note("staff", "");
        List<StaffGrant> open = grants();
        Map<Long, Account> people = accounts(open.stream().flatMap(g -> Stream.concat(Stream.of(g.askedBy()), g.accountId().stream())).toList());
        return open.stream().map(grant -> new Asked(grant.id(), grant.role(),
                grant.address().map(address -> address.typed()).orElseGet(() -> people.get(grant.accountId().orElseThrow()).name()),
                people.get(grant.askedBy()).name(), grant.askedAt(), grant.isAskedBy(actor.accountId()))).toList();
    }

    private List<StaffGrant> grants() {
        return em.createQuery("select g from StaffGrant g where g.outcome is null order by g.id", StaffGrant.class).getResultList();
    }

    private List<StaffMember.Held> held(long id) {
        return em.createQuery("select r.id, r.reference from Request r where r.assigneeId = :id and r.status <> :closed order by r.changedAt, r.id",
                        Object[].class)
                .setParameter("id", id).setParameter("closed", RequestStatus.CLOSED).setMaxResults(MOST_HELD).getResultStream()
                .map(row -> new StaffMember.Held((Long) row[0], (String) row[1])).toList();
    }

    private Map<Long, Account> accounts(List<Long> ids) {
        return ids.isEmpty() ? Map.of() : em.createQuery("select distinct a from Account a left join fetch a.roles where a.id in :ids", Account.class)
                .setParameter("ids", ids).getResultList().stream().collect(Collectors.toMap(Account::id, Function.identity()));
    }

    private static StaffRow row(Account account) {
        return new StaffRow(account.id(), account.name(), account.email().typed(), roles(account), account.isActive(),
                account.lastSignInAt().orElse(null));
    }

    private static List<Role> roles(Account account) {
        return STAFF.stream().filter(account::has).toList();
    }
}
