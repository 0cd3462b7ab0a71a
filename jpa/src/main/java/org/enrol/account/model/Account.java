package org.enrol.account.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A person who can sign in. The row exists only once the mailbox is proved, and there is one per canonical address, however the
 * person signs in; whoever needs another role gets it on this account and never a second one.
 */
@Entity
public class Account {

    /** A deactivated person keeps the address: registering again is refused, to the mailbox's owner only. */
    public enum Status { ACTIVE, DEACTIVATED }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Embedded
    private EmailAddress email;
    @Column(nullable = false)
    private String name;
    /** As the person typed it; null if none was given. */
    private String phone;
    /** The language of mails to this person, as a BCP 47 tag. */
    @Column(nullable = false)
    private String language;
    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Status status;
    @Column(nullable = false, updatable = false)
    private Instant createdAt;
    private Instant lastSignInAt;
    /** When a mail server last said that this mailbox does not exist; null if never or since repaired. */
    private Instant mailRefusedAt;
    /** Null unless staff were suspended. */
    private Instant suspendedAt;
    private String suspendedReason;
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    protected Account() {
    }

    public long id() {
        return id;
    }

    public EmailAddress email() {
        return email;
    }

    public String name() {
        return name;
    }

    /** Empty if the person gave none. */
    public String phone() {
        return phone == null ? "" : phone;
    }

    public String language() {
        return language;
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    /** Nobody can sign in with it any more; the address stays taken. The caller ends the sessions. */
    public void deactivate() {
        status = Status.DEACTIVATED;
    }

    public boolean isStaff() {
        return roles.stream().anyMatch(Role::isStaff);
    }

    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public void grant(Role role) {
        roles.add(role);
    }

    public void take(Role role) {
        roles.remove(role);
    }

    /** Keeps a member of staff out until further notice; what is assigned to them stays theirs until somebody takes it over. */
    public void suspend(String reason, Instant at) {
        status = Status.DEACTIVATED;
        suspendedAt = at;
        suspendedReason = reason;
    }

    public void reactivate() {
        status = Status.ACTIVE;
        suspendedAt = null;
        suspendedReason = null;
    }

    public Optional<Instant> suspendedAt() {
        return Optional.ofNullable(suspendedAt);
    }

    /** Empty unless suspended. */
    public String suspendedReason() {
        return suspendedReason == null ? "" : suspendedReason;
    }

    public Optional<Instant> lastSignInAt() {
        return Optional.ofNullable(lastSignInAt);
    }

    /** @param phone as typed; empty for none */
    public void correct(String name, String phone) {
        this.name = name;
        this.phone = phone.isEmpty() ? null : phone;
    }

    public void speak(String language) {
        this.language = language;
    }

    public void signedIn(Instant at) {
        lastSignInAt = at;
    }

    /** A bounce is shown to staff and to the person; it never deactivates anybody. */
    public void mailRefused(Instant at) {
        mailRefusedAt = at;
    }
}
