package org.enrol.registry.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enrol.account.service.Names;
import org.enrol.audit.service.NothingPersonal;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.registry.model.ApprovedDomain;
import org.enrol.registry.model.DomainProposal;
import org.enrol.registry.model.DomainRemoval;
import org.enrol.registry.model.DomainTerms;

/** Everything the embedded registry knows of single domains: entries, proposals and what was taken out, for staff who decide. */
@Stateless
@RolesAllowed({"ADMINISTRATOR", "SUPPORT", "AUDITOR"})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class DomainDossier {

    /** As many as a page shows of what is rarely more than a few. */
    private static final int MOST = 50;

    /**
     * An entry.
     *
     * @param approvedBy  names of the two who decided; empty for entries that came with Enrol
     * @param redundantTo the entry above that covers it too; empty if none does
     * @param below       entries that it makes redundant, at most {@value #MOST}
     */
    public record Entry(DomainTerms terms, String source, String evidence, Instant addedAt, String approvedBy, String confirmedBy, String redundantTo,
                        List<String> below) {
    }

    /**
     * A proposal.
     *
     * @param decidedBy name; empty while open
     * @param outcome   null while open
     * @param below     entries that it would make redundant, at most {@value #MOST}
     */
    public record Proposal(long id, DomainTerms terms, String evidence, long proposerId, String proposedBy, Instant proposedAt,
                           DomainProposal.Outcome outcome, String decidedBy, String reason, List<String> below) {
    }

    /** What was taken out. @param finished whether everybody who is to be suspended has been */
    public record Removal(long id, DomainTerms terms, String source, String evidence, String reason, String removedBy, Instant removedAt,
                          boolean suspending, int suspended, boolean finished) {
    }

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    DomainEntries entries;
    @Inject
    Names names;

    @NothingPersonal("domains, and the names of administrators")
    public Optional<Entry> entry(String domain) {
        return Optional.ofNullable(em.find(ApprovedDomain.class, domain)).map(this::entry);
    }

    private Entry entry(ApprovedDomain entry) {
        String domain = entry.domain();
        Map<Long, String> called = names.of(Stream.concat(entry.approvedBy().stream(), entry.confirmedBy().stream()).collect(Collectors.toSet()));
        String redundantTo = entries.above(domain).stream().filter(above -> above.makesRedundant(entry)).map(ApprovedDomain::domain).findFirst().orElse("");
        return new Entry(entry.terms(), entry.source(), entry.evidence(), entry.addedAt(), called(entry.approvedBy(), called),
                called(entry.confirmedBy(), called), redundantTo, entry.includesSubdomains() ? below(domain) : List.of());
    }

    /** @throws EnrolException DOMAIN_NOT_FOUND */
    @NothingPersonal("domains, and the names of administrators")
    public Proposal proposal(long id) {
        return Optional.ofNullable(em.find(DomainProposal.class, id)).map(found -> proposals(List.of(found)).get(0))
                .orElseThrow(() -> new EnrolException(ErrorCode.DOMAIN_NOT_FOUND));
    }

    /** The oldest open ones, at most {@value #MOST}. */
    @NothingPersonal("domains, and the names of administrators")
    public List<Proposal> openProposals() {
        return proposals(em.createQuery("select p from DomainProposal p where p.outcome is null order by p.id", DomainProposal.class)
                .setMaxResults(MOST).getResultList());
    }

    private List<Proposal> proposals(List<DomainProposal> found) {
        Set<Long> people = found.stream().flatMap(p -> Stream.concat(Stream.of(p.proposedBy()), p.decidedBy().stream())).collect(Collectors.toSet());
        Map<Long, String> called = names.of(people);
        return found.stream().map(p -> new Proposal(p.id(), p.terms(), p.evidence(), p.proposedBy(), called.getOrDefault(p.proposedBy(), ""),
                p.proposedAt(), p.outcome().orElse(null), called(p.decidedBy(), called), p.reason(),
                found.size() == 1 && p.terms().includesSubdomains() ? below(p.terms().domain()) : List.of())).toList();
    }

    /** @throws EnrolException DOMAIN_NOT_FOUND */
    @NothingPersonal("domains, and the names of administrators")
    public Removal removal(long id) {
        return Optional.ofNullable(em.find(DomainRemoval.class, id)).map(found -> removals(List.of(found)).get(0))
                .orElseThrow(() -> new EnrolException(ErrorCode.DOMAIN_NOT_FOUND));
    }

    /** The newest, few. */
    @NothingPersonal("domains, and the names of administrators")
    public List<Removal> removals() {
        return removals(em.createQuery("select r from DomainRemoval r order by r.id desc", DomainRemoval.class).setMaxResults(10).getResultList());
    }

    private List<Removal> removals(List<DomainRemoval> found) {
        Map<Long, String> called = names.of(found.stream().map(DomainRemoval::removedBy).collect(Collectors.toSet()));
        return found.stream().map(r -> new Removal(r.id(), r.terms(), r.source(), r.evidence(), r.reason(), called.getOrDefault(r.removedBy(), ""),
                r.removedAt(), r.isSuspending(), r.suspended(), r.finishedAt().isPresent())).toList();
    }

    /** Entries below a domain, at most {@value #MOST}. */
    @NothingPersonal("domains")
    public List<String> below(String domain) {
        return entries.below(domain, MOST).stream().map(ApprovedDomain::domain).toList();
    }

    private static String called(Optional<Long> account, Map<Long, String> called) {
        return account.map(called::get).orElse("");
    }
}
