package org.enrol.consent.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.enrol.consent.model.Acceptance;
import org.enrol.consent.model.Notice;
import org.enrol.secret.SecretKeys;

/** Which notices are in force, and who accepted them, with a receipt signed by the server's key. */
@Stateless
@PermitAll
public class Consents {

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    SecretKeys keys;

    /** The newest published version of a notice, counted from 1. */
    public int version(Notice.Kind kind) {
        return em.createQuery("select max(n.key.version) from Notice n where n.key.kind = :kind and n.publishedAt <= :now", Integer.class)
                .setParameter("kind", kind).setParameter("now", clock.instant()).getSingleResult();
    }

    /** Stores that a person accepted what is in force now, in the language they read it in. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void accept(long accountId, String language) {
        Instant now = clock.instant();
        for (Notice.Key notice : inForce(now)) {
            String statement = String.join("\n", Long.toString(accountId), notice.kind().name(), Integer.toString(notice.version()),
                    language, now.toString());
            byte[] receipt = keys.mac("consent", statement.getBytes(StandardCharsets.UTF_8));
            em.persist(new Acceptance(accountId, notice, language, now, receipt));
        }
    }

    private List<Notice.Key> inForce(Instant now) {
        return em.createQuery("""
                        select n.key from Notice n where n.publishedAt <= :now and n.key.version =
                        (select max(o.key.version) from Notice o where o.key.kind = n.key.kind and o.publishedAt <= :now)""", Notice.Key.class)
                .setParameter("now", now).getResultList();
    }
}
