package org.enrol.audit.model;

import java.util.Arrays;

/**
 * What identifies a person in an entry. Only its salted hash is sealed. Salt and content are erased together, and then nobody can find out
 * by trying what the hash was made from, while the chain stays valid.
 *
 * @param address the client's network address; empty for the system's own work
 * @param detail  free text; empty for none
 * @param salt    16 bytes made at random
 */
public record PersonalContent(String address, String detail, byte[] salt) {

    public PersonalContent {
        salt = salt.clone();
    }

    @Override
    public byte[] salt() {
        return salt.clone();
    }

    /** The salted hash that is sealed; 32 bytes. */
    public byte[] digest() {
        return CanonicalForm.of("enrol-audit-personal-1").with(salt).with(address).with(detail).digest();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonalContent that && address.equals(that.address) && detail.equals(that.detail)
                && Arrays.equals(salt, that.salt);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(salt);
    }
}
