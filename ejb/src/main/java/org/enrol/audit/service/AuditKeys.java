package org.enrol.audit.service;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.enrol.audit.model.AuditContent;
import org.enrol.audit.model.AuditSeal;
import org.enrol.secret.SecretKeys;

/**
 * What the trail is signed with. The database alone, its superuser included, can so neither write an entry nor make a seal that passes for
 * Enrol's. The hash chain needs no key; after the key was changed twice only the chain and the anchors tell.
 */
record AuditKeys(SecretKeys keys) {

    /** Bytes of a signature that are kept; the rest would only make the trail longer. */
    private static final int KEPT = 16;
    private static final String PURPOSE = "audit";

    /** @param personal the salted hash of what identifies a person */
    byte[] entry(AuditContent content, byte[] personal) {
        return kept(keys.mac(PURPOSE, part("entry"), content.canonical(), personal));
    }

    boolean isEntry(byte[] mac, AuditContent content, byte[] personal) {
        return keys.matches(mac, PURPOSE, part("entry"), content.canonical(), personal);
    }

    byte[] seal(AuditSeal seal) {
        return kept(keys.mac(PURPOSE, part("seal"), place(seal)));
    }

    boolean isSeal(byte[] mac, int shard, long position, long entry, byte[] hash) {
        return keys.matches(mac, PURPOSE, part("seal"), AuditSeal.canonicalPlace(shard, position, entry, hash));
    }

    /** All 32 bytes. */
    byte[] anchor(String line) {
        return keys.mac(PURPOSE, part("anchor"), part(line));
    }

    boolean isAnchor(byte[] mac, String line) {
        return keys.matches(mac, PURPOSE, part("anchor"), part(line));
    }

    private static byte[] place(AuditSeal seal) {
        return AuditSeal.canonicalPlace(seal.shard(), seal.position(), seal.content().id(), seal.hash());
    }

    private static byte[] part(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] kept(byte[] mac) {
        return Arrays.copyOf(mac, KEPT);
    }
}
