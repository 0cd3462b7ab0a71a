package org.enrol.account.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;

/**
 * A browser that is signed in. In the database and not in the server's memory, so that ending it holds at once on every node
 * and a killed node signs nobody out.
 */
@Entity
public class SignInSession {

    /** However busy, nobody stays signed in longer. */
    public static final Duration LONGEST = Duration.ofHours(12);
    /** Being seen is written down at most this often: a row per click would cost more than it tells. */
    private static final Duration SEEN_STEP = Duration.ofMinutes(1);

    @Id
    private byte[] tokenHash;
    @Column(nullable = false, updatable = false)
    private Long accountId;
    @Column(nullable = false, updatable = false)
    private Instant startedAt;
    @Column(nullable = false)
    private Instant lastSeenAt;
    @Column(nullable = false, updatable = false)
    private String address;
    @Column(nullable = false, updatable = false)
    private String browser;

    protected SignInSession() {
    }

    /** @param tokenHash SHA-256 of the cookie's value */
    public SignInSession(byte[] tokenHash, long accountId, String address, String browser, Instant at) {
        this.tokenHash = tokenHash.clone();
        this.accountId = accountId;
        this.address = address;
        this.browser = browser.length() > 200 ? browser.substring(0, 200) : browser;
        this.startedAt = at;
        this.lastSeenAt = at;
    }

    public boolean isOver(Duration idle, Instant at) {
        return at.isAfter(lastSeenAt.plus(idle)) || at.isAfter(startedAt.plus(LONGEST));
    }

    public boolean isDueForSeen(Instant at) {
        return at.isAfter(lastSeenAt.plus(SEEN_STEP));
    }

    public void seen(Instant at) {
        lastSeenAt = at;
    }

    public byte[] tokenHash() {
        return tokenHash.clone();
    }

    public long accountId() {
        return accountId;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant lastSeenAt() {
        return lastSeenAt;
    }

    public String address() {
        return address;
    }

    public String browser() {
        return browser;
    }
}
