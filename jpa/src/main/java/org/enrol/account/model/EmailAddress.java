package org.enrol.account.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;

/**
 * An e-mail address as its owner writes it, and the form in which two spellings of one mailbox are equal:
 * trimmed, NFC, without case, the domain by UTS 46. Only {@code EmailAddresses} makes one from what a person typed.
 */
@Embeddable
public class EmailAddress {

    @Column(name = "email", nullable = false, updatable = false)
    private String typed;
    @Column(name = "canonical_email", nullable = false, updatable = false)
    private String canonical;

    protected EmailAddress() {
    }

    public EmailAddress(String typed, String canonical) {
        this.typed = Objects.requireNonNull(typed);
        this.canonical = Objects.requireNonNull(canonical);
    }

    public String typed() {
        return typed;
    }

    public String canonical() {
        return canonical;
    }

    /** The registrable part, in IDNA's ASCII form: all that ever leaves for an outside registry. */
    public String domain() {
        return canonical.substring(canonical.lastIndexOf('@') + 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmailAddress that && canonical.equals(that.canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    /** Hides the address: it may stand in a log. */
    @Override
    public String toString() {
        return "***@" + domain();
    }
}
