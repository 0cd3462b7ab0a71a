package org.enrol.link.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.enrol.audit.model.Actor;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.link.model.Link;
import org.enrol.link.model.Purpose;
import org.enrol.secret.SecretKeys;

/**
 * Makes and checks the links in mails. A token is the link's number and a keyed hash over number and purpose: it is computed when the
 * mail is written, so that a retry sends the same one and the database holds nothing that opens anything.
 *
 * <p>Source: design, section 6 (links).
 */
@Stateless
@PermitAll
public class Links {

    private static final int MAC_BYTES = 24;

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    SecretKeys keys;
    @Inject
    @ConfigProperty(name = "enrol.activation.lifetime", defaultValue = "PT24H")
    Duration activation;
    @Inject
    @ConfigProperty(name = "enrol.reset.lifetime", defaultValue = "PT30M")
    Duration reset;

    /** A new link for the mailbox. Once it has been sent, it voids the older ones of the same purpose. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public long create(Purpose purpose, long subject, String address) {
        Link link = new Link(purpose, subject, address, clock.instant());
        em.persist(link);
        return link.id();
    }

    /** The link that the subject has already, so that an earlier mail goes on working; a new one where there is none that is good. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public long lasting(Purpose purpose, long subject, String address) {
        return em.createQuery("select l from Link l where l.subject = :subject and l.purpose = :purpose order by l.id desc", Link.class)
                .setParameter("subject", subject).setParameter("purpose", purpose).setMaxResults(1).getResultStream()
                .filter(newest -> !newest.isUsed() && !newest.isExpired(lifetime(purpose), clock.instant()))
                .findFirst().map(Link::id).orElseGet(() -> create(purpose, subject, address));
    }

    /** What stands in the mail; URL-safe, 43 characters. */
    public String token(long id, Purpose purpose) {
        byte[] number = number(id);
        byte[] mac = keys.mac("link", number, purpose.name().getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(ByteBuffer.allocate(Long.BYTES + MAC_BYTES).put(number).put(mac, 0, MAC_BYTES).array());
    }

    public Duration lifetime(Purpose purpose) {
        return switch (purpose) {
            case ACTIVATION -> activation;
            case RESET -> reset;
            case STATUS -> purpose.lifetime();
        };
    }

    /** Notes the first accepted sending, from which the lifetime counts. */
    public void sent(Collection<Long> ids) {
        em.createQuery("update Link l set l.firstSentAt = :now where l.id in :ids and l.firstSentAt is null")
                .setParameter("now", clock.instant()).setParameter("ids", ids).executeUpdate();
    }

    /** @throws EnrolException LINK_INVALID, LINK_USED, LINK_SUPERSEDED or LINK_EXPIRED; the link itself is not changed */
    public OpenLink open(String token, Purpose purpose) {
        Link link = find(token, purpose).orElseThrow(() -> new EnrolException(ErrorCode.LINK_INVALID));
        problem(link, isSuperseded(link)).ifPresent(code -> {
            throw new EnrolException(code);
        });
        return open(link);
    }

    /** A link that was truly sent, whether it is still good or not: who holds it may ask for a new one. */
    public Optional<OpenLink> identify(String token, Purpose purpose) {
        return find(token, purpose).map(Links::open);
    }

    /** Whether the mailbox has a link that is good now, or is about to get one. */
    public boolean anyIsGood(Purpose purpose, String address) {
        return em.createQuery("select l from Link l where l.address = :address and l.purpose = :purpose order by l.id desc", Link.class)
                .setParameter("address", address).setParameter("purpose", purpose).setMaxResults(1).getResultStream()
                .anyMatch(newest -> !newest.isUsed() && !newest.isExpired(lifetime(purpose), clock.instant()));
    }

    /** Which of these links open nothing any more, and why: LINK_USED, LINK_SUPERSEDED or LINK_EXPIRED; LINK_INVALID if it is forgotten. */
    public Map<Long, ErrorCode> over(Collection<Long> ids) {
        Map<Long, ErrorCode> over = new HashMap<>();
        ids.forEach(id -> over.put(id, ErrorCode.LINK_INVALID));
        em.createQuery("""
                        select l, (select count(n) from Link n where n.address = l.address and n.purpose = l.purpose and n.id > l.id
                        and n.firstSentAt is not null and (n.subject = l.subject or n.purpose <> :status)) from Link l where l.id in :ids""",
                        Object[].class)
                .setParameter("ids", ids).setParameter("status", Purpose.STATUS).getResultStream()
                .forEach(row -> {
                    Link link = (Link) row[0];
                    over.remove(link.id());
                    problem(link, (Long) row[1] > 0).ifPresent(code -> over.put(link.id(), code));
                });
        return over;
    }

    /**
     * The link for a mail that is sent again. One that was never sent, or is never used up, is good as it is; any other is renewed, because
     * the mail promises the whole lifetime.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public long renew(long id) {
        Link link = em.find(Link.class, id);
        return link.isSent() && link.purpose() != Purpose.STATUS ? create(link.purpose(), link.subject(), link.address()) : id;
    }

    private Optional<ErrorCode> problem(Link link, boolean superseded) {
        if (link.isUsed()) {
            return Optional.of(ErrorCode.LINK_USED);
        }
        if (superseded) {
            return Optional.of(ErrorCode.LINK_SUPERSEDED);
        }
        return link.isExpired(lifetime(link.purpose()), clock.instant()) ? Optional.of(ErrorCode.LINK_EXPIRED) : Optional.empty();
    }

    /** Uses the link up. @return false if somebody was quicker */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public boolean consume(OpenLink link) {
        return em.createQuery("update Link l set l.usedAt = :now where l.id = :id and l.usedAt is null")
                .setParameter("now", clock.instant()).setParameter("id", link.id()).executeUpdate() == 1;
    }

    /** Asked anew: the link may have been used since it was opened. */
    public boolean isUsedByNow(OpenLink link) {
        return em.createQuery("select count(l) from Link l where l.id = :id and l.usedAt is not null", Long.class)
                .setParameter("id", link.id()).getSingleResult() == 1;
    }

    private static OpenLink open(Link link) {
        return new OpenLink(link.id(), link.purpose(), link.subject(), link.address(), new Actor(Actor.Kind.LINK, link.id()));
    }

    /** A mailbox is proved by the newest link to it; a person may look at several requests. */
    private boolean isSuperseded(Link link) {
        return !em.createQuery("""
                        select 1 from Link l where l.address = :address and l.purpose = :purpose and l.id > :id
                        and l.firstSentAt is not null and (l.subject = :subject or l.purpose <> :status)""", Integer.class)
                .setParameter("address", link.address()).setParameter("purpose", link.purpose()).setParameter("id", link.id())
                .setParameter("subject", link.subject()).setParameter("status", Purpose.STATUS)
                .setMaxResults(1).getResultList().isEmpty();
    }

    private Optional<Link> find(String token, Purpose purpose) {
        return signed(token, purpose).map(id -> em.find(Link.class, id)).filter(link -> link.purpose() == purpose);
    }

    private Optional<Long> signed(String token, Purpose purpose) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token == null ? "" : token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != Long.BYTES + MAC_BYTES) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long id = buffer.getLong();
        byte[] mac = new byte[MAC_BYTES];
        buffer.get(mac);
        boolean genuine = keys.matches(mac, "link", number(id), purpose.name().getBytes(StandardCharsets.US_ASCII));
        return genuine ? Optional.of(id) : Optional.empty();
    }

    private static byte[] number(long id) {
        return ByteBuffer.allocate(Long.BYTES).putLong(0, id).array();
    }
}
