package org.enrol.registration.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.enrol.audit.model.Actor;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;
import org.enrol.audit.service.CurrentActor;
import org.enrol.audit.service.Origin;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.outbox.service.Outbox;
import org.enrol.registration.model.Registration;
import org.enrol.registry.model.DomainEvidence;
import org.enrol.secret.SecretKeys;
import org.enrol.throttle.service.Limit;
import org.enrol.throttle.service.Throttle;

/**
 * Sign-ups up to the mail. Handing one in does the same work for every address and never looks the account up: the relay decides later
 * which mail goes out, so that neither words nor time tell who is registered.
 */
@Stateless
@PermitAll
public class Registrations {

    /** The topic whose messages name a registration that waits for its mail. */
    static final String MAIL = "registration-mail";
    private static final Limit NETWORK = new Limit("registration-network", 300, Duration.ofHours(1));
    private static final String SUBMIT = """
            insert into registration (kind, role, email, canonical_email, language, visitor, evidence_entry, evidence_body,
              evidence_organisation, evidence_source, evidence_at, submitted_at)
            values (:kind, :role, :email, :canonical, :language, :visitor, :entry, :body, :organisation, :source,
              cast(:at as timestamptz), :now)
            on conflict (visitor, kind, canonical_email) do update set email = excluded.email, role = excluded.role, language = excluded.language,
              evidence_entry = excluded.evidence_entry, evidence_body = excluded.evidence_body,
              evidence_organisation = excluded.evidence_organisation, evidence_source = excluded.evidence_source,
              evidence_at = excluded.evidence_at, submitted_at = excluded.submitted_at
            returning id""";

    /** A visitor's sign-up as the pages show it. @param proved whether a mail is on its way, or a registry has to answer first */
    public record Current(String email, boolean proved) {
    }

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Outbox outbox;
    @Inject
    Throttle throttle;
    @Inject
    Origin origin;
    @Inject
    AuditTrail audit;
    @Inject
    CurrentActor actor;

    /**
     * Keeps the answers and owes the next step. Handing the same in again goes on with the same sign-up.
     *
     * @param next the topic that takes it from here
     * @throws EnrolException TOO_MANY_REQUESTS if this network hands in too many
     */
    public long submit(Submission submission, String next) {
        long id = insert(submission);
        outbox.add(next, Long.toString(id));
        audit.record(actor.get(), AuditAction.REGISTRATION_SUBMITTED, subject(id), submission.email().canonical());
        if (!throttle.admit(NETWORK, origin.network())) {
            throw new EnrolException(ErrorCode.TOO_MANY_REQUESTS);
        }
        return id;
    }

    /** For a sign-up whose domain is proved. */
    public long submit(Submission submission) {
        return submit(submission, MAIL);
    }

    /** Invites somebody to a staff role, once per address. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void invite(Submission invitation, Actor by) {
        long id = insert(invitation);
        outbox.add(MAIL, Long.toString(id));
        audit.record(by, AuditAction.STAFF_INVITED, subject(id), invitation.email().canonical());
    }

    /** The newest sign-up of this visitor on a journey. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Current> current(String visitor, Registration.Kind kind) {
        return newest(visitor, kind).map(r -> new Current(r.email().typed(), r.evidence().isPresent()));
    }

    /** Asks for the mail again; the budget for mails decides whether it goes. @return false if this visitor has no sign-up */
    public boolean sendAgain(String visitor, Registration.Kind kind) {
        Optional<Registration> registration = newest(visitor, kind).filter(r -> r.evidence().isPresent());
        registration.ifPresent(r -> {
            outbox.add(MAIL, Long.toString(r.id()));
            audit.record(actor.get(), AuditAction.REGISTRATION_MAIL_ASKED, subject(r.id()));
        });
        return registration.isPresent();
    }

    public Optional<Registration> find(long id) {
        return Optional.ofNullable(em.find(Registration.class, id));
    }

    /** A registry confirmed the domain after all. */
    public void prove(long id, DomainEvidence evidence) {
        em.find(Registration.class, id).prove(evidence);
        outbox.add(MAIL, Long.toString(id));
        audit.record(audit.system(), AuditAction.REGISTRATION_PROVED, subject(id), evidence.entry());
    }

    /** Deletes what was never finished, with its links. @return how many */
    public int forgetUnfinished(Duration age) {
        em.createNativeQuery("""
                delete from link where purpose = 'ACTIVATION' and subject in
                (select id from registration where activated_at is null and submitted_at < :then)""")
                .setParameter("then", clock.instant().minus(age)).executeUpdate();
        return em.createQuery("delete from Registration r where r.activatedAt is null and r.submittedAt < :then")
                .setParameter("then", clock.instant().minus(age)).executeUpdate();
    }

    /** Deletes one that is not activated, with its links. @return false if it was activated meanwhile */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public boolean forget(Registration registration) {
        em.createNativeQuery("delete from link where purpose = 'ACTIVATION' and subject = :id").setParameter("id", registration.id()).executeUpdate();
        return em.createQuery("delete from Registration r where r.id = :id and r.activatedAt is null")
                .setParameter("id", registration.id()).executeUpdate() == 1;
    }

    static String subject(long id) {
        return "registration:" + id;
    }

    private Optional<Registration> newest(String visitor, Registration.Kind kind) {
        return em.createQuery("""
                        select r from Registration r where r.visitor = :visitor and r.kind = :kind order by r.submittedAt desc""",
                        Registration.class)
                .setParameter("visitor", SecretKeys.digest(visitor)).setParameter("kind", kind)
                .setMaxResults(1).getResultStream().findFirst();
    }

    private long insert(Submission submission) {
        DomainEvidence evidence = submission.evidence();
        Query query = em.createNativeQuery(SUBMIT, Long.class)
                .setParameter("kind", submission.kind().name())
                .setParameter("role", submission.role().name())
                .setParameter("email", submission.email().typed())
                .setParameter("canonical", submission.email().canonical())
                .setParameter("language", submission.language())
                .setParameter("visitor", SecretKeys.digest(submission.visitor()))
                .setParameter("entry", evidence == null ? null : evidence.entry())
                .setParameter("body", evidence == null ? null : evidence.body())
                .setParameter("organisation", evidence == null ? null : evidence.organisation())
                .setParameter("source", evidence == null ? null : evidence.source())
                .setParameter("at", evidence == null ? null : evidence.at().toString())
                .setParameter("now", clock.instant());
        return (Long) query.getSingleResult();
    }
}
