package org.enrol.account.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** The password of an account, one of the ways to sign in. */
@Entity
public class PasswordIdentity {

    @Id
    private Long accountId;
    /** Argon2id with its parameters and salt, in the usual text form. */
    @Column(nullable = false)
    private String hash;
    @Column(nullable = false)
    private Instant changedAt;

    protected PasswordIdentity() {
    }

    public PasswordIdentity(long accountId, String hash, Instant at) {
        this.accountId = accountId;
        change(hash, at);
    }

    public final void change(String hash, Instant at) {
        this.hash = hash;
        this.changedAt = at;
    }

    /** The same password under newer parameters: no change to the person. */
    public void rehash(String hash) {
        this.hash = hash;
    }

    public String hash() {
        return hash;
    }
}
