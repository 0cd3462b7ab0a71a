package org.enrol.buyer.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.enrol.account.service.PersonalAnswers;
import org.enrol.audit.service.CurrentActor;
import org.enrol.audit.service.NothingPersonal;
import org.enrol.audit.service.StaffReads;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;
import org.enrol.outbox.service.Outbox;
import org.enrol.registration.service.EntryPeople;
import org.enrol.registry.model.DomainRemoval;
import org.enrol.registry.service.DomainApprovals;
import org.enrol.registry.service.RegistryTurn;

/**
 * Takes a domain out of the registry, after a look at who relied on it. Whoever has a link but no account yet is stopped by the check at
 * the activation; whoever has an account keeps it, or loses the access, as the administrator chooses.
 *
 * <p>Source: MX-25; marketplace 1.3 (remove).
 */
@Stateless
@RolesAllowed("ADMINISTRATOR")
public class DomainRemovals {

    private static final int LONGEST_REASON = 500;

    @Inject
    CurrentActor actor;
    @Inject
    PersonalAnswers answers;
    @Inject
    RegistryTurn turn;
    @Inject
    DomainApprovals approvals;
    @Inject
    EntryPeople people;
    @Inject
    Outbox outbox;
    @Inject
    StaffReads reads;

    /**
     * @param suspending whether people who registered under the entry, and whom no other covers, lose their access; done afterwards, batch by batch
     * @return number of the removal
     * @throws EnrolException DOMAIN_REMOVED_MEANWHILE; DOMAIN_REASON_… at "reason"
     */
    @NothingPersonal("the number of what was taken out")
    public long remove(String domain, String typedReason, boolean suspending) {
        List<Refusal> problems = new ArrayList<>();
        String reason = answers.text("reason", typedReason, LONGEST_REASON, ErrorCode.DOMAIN_REASON_REQUIRED, ErrorCode.DOMAIN_REASON_LENGTH, problems);
        EnrolException.unlessEmpty(problems);
        turn.alone();
        DomainRemoval removal = approvals.remove(domain, reason, suspending, actor.get());
        if (suspending) {
            outbox.add(BuyerSuspension.TOPIC, Long.toString(removal.id()));
        }
        return removal.id();
    }

    /** Who registered under an entry and has an account, in the order of their registrations; reading it is audited. @param after 0 at first */
    @RolesAllowed({"ADMINISTRATOR", "SUPPORT", "AUDITOR"})
    public List<EntryPeople.Person> people(String domain, long after, int most) {
        reads.note("domain-people", domain);
        return people.registered(domain, after, most);
    }

    /** How many people have an account by this entry, and how many have a link and no account yet; counted up to {@link EntryPeople#MOST_COUNTED}. */
    @RolesAllowed({"ADMINISTRATOR", "SUPPORT", "AUDITOR"})
    @NothingPersonal("numbers")
    public EntryPeople.Number number(String domain) {
        return people.number(domain);
    }
}
