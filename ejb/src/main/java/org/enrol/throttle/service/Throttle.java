package org.enrol.throttle.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.enrol.secret.SecretKeys;

/**
 * Counters that are the same on every node: one statement each, in the caller's transaction. What is counted is kept as a keyed hash,
 * so that the table tells nobody's address. A counter that refused goes on counting: hammering does not help.
 */
@Stateless
@PermitAll
public class Throttle {

    private static final String COUNT = """
            insert into throttle as t (key, window_start, count) values (:key, :now, 1)
            on conflict (key) do update set
              count = case when t.window_start <= :over then 1 else t.count + 1 end,
              window_start = case when t.window_start <= :over then :now else t.window_start end
            returning count""";

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    SecretKeys keys;

    /** Counts one more, and says whether it is still within the limit. */
    public boolean admit(Limit limit, String subject) {
        Instant now = clock.instant();
        Number count = (Number) em.createNativeQuery(COUNT, Integer.class)
                .setParameter("key", key(limit, subject))
                .setParameter("now", now)
                .setParameter("over", now.minus(limit.window()))
                .getSingleResult();
        return count.intValue() <= limit.most();
    }

    /** Whether the limit is used up, without counting. */
    public boolean isUsedUp(Limit limit, String subject) {
        return !em.createNativeQuery("select 1 from throttle where key = :key and count >= :most and window_start > :over", Integer.class)
                .setParameter("key", key(limit, subject))
                .setParameter("most", limit.most())
                .setParameter("over", clock.instant().minus(limit.window()))
                .getResultList().isEmpty();
    }

    public void clear(Limit limit, String subject) {
        em.createNativeQuery("delete from throttle where key = :key").setParameter("key", key(limit, subject)).executeUpdate();
    }

    /** Drops counters that count nothing any more. @return how many */
    public int sweep(Duration longestWindow) {
        return em.createNativeQuery("delete from throttle where window_start < :over")
                .setParameter("over", clock.instant().minus(longestWindow)).executeUpdate();
    }

    private byte[] key(Limit limit, String subject) {
        return keys.mac("throttle", limit.name().getBytes(StandardCharsets.UTF_8), subject.getBytes(StandardCharsets.UTF_8));
    }
}
