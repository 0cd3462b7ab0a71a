package org.enrol.audit.model;

/**
 * One link of a shard's chain. Its hash covers the link before it, its own place and everything the entry says, so that no entry can be
 * changed, dropped, put in or moved without the hashes of all later links becoming wrong. Anybody can check it without a key, for good.
 *
 * @param shard    which of the {@link #SHARDS} chains
 * @param position 1, 2, 3 … in the chain
 * @param personal hash of what identifies a person; empty if the entry came without
 * @param hash     of this link; 32 bytes
 */
public record AuditSeal(int shard, long position, AuditContent content, byte[] personal, Signature signature, byte[] hash) {

    /** Chains that can grow at the same time. */
    public static final int SHARDS = 4;
    private static final byte[] NOTHING_BEFORE = new byte[32];

    /** What the sealer found of the signature that Enrol gives every entry when it is written. MISSING only before there were signatures. */
    public enum Signature { VALID, MISSING, WRONG }

    /** The next link. @param head the hash of the link before; empty for the first */
    public static AuditSeal next(int shard, long position, byte[] head, AuditContent content, byte[] personal, Signature signature) {
        byte[] hash = CanonicalForm.of("enrol-audit-seal-1").with(head.length == 0 ? NOTHING_BEFORE : head).with(shard).with(position)
                .with(content.canonical()).with(personal).with(signature.name()).digest();
        return new AuditSeal(shard, position, content, personal, signature, hash);
    }

    /** The chain an entry belongs to. */
    public static int shardOf(long entry) {
        return (int) Math.floorMod(entry, (long) SHARDS);
    }

    /** What is signed with the server's key: the place, the entry and the hash. */
    public static byte[] canonicalPlace(int shard, long position, long entry, byte[] hash) {
        return CanonicalForm.of("enrol-audit-place-1").with(shard).with(position).with(entry).with(hash).bytes();
    }
}
