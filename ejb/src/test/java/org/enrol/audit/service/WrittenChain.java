package org.enrol.audit.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.enrol.audit.model.AuditContent;
import org.enrol.audit.model.AuditSeal;
import org.enrol.audit.model.AuditSeal.Signature;
import org.enrol.audit.model.PersonalContent;
import org.enrol.secret.SecretKeys;

/** A chain of shard 1 as the sealer writes it: entries 1, 5, 9 … at positions 1, 2, 3 …, with links that tests can then exchange. */
final class WrittenChain {

    static final AuditKeys KEYS = new AuditKeys(SecretKeys.of("a key of the tests that guards nothing at all", ""));
    static final int SHARD = 1;
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    final List<SealedEntry> links = new ArrayList<>();

    static WrittenChain of(int length) {
        WrittenChain chain = new WrittenChain();
        for (int i = 0; i < length; i++) {
            chain.append(KEYS, Signature.VALID);
        }
        return chain;
    }

    void append(AuditKeys keys, Signature signature) {
        long position = links.size() + 1;
        long id = 4 * position - 3;
        AuditContent content = new AuditContent(id, START.plusSeconds(id), "SIGNED_IN", "account:7", "account:7", "r" + id);
        byte[] personal = new PersonalContent("10.0.0.1", "", new byte[16]).digest();
        AuditSeal seal = AuditSeal.next(SHARD, position, head(), content, personal, signature);
        links.add(new SealedEntry(SHARD, position, id, personal, signature, seal.hash(), keys.seal(seal),
                new StoredEntry(content, personal, keys.entry(content, personal))));
    }

    byte[] head() {
        return links.isEmpty() ? StoredEntry.NONE : links.get(links.size() - 1).hash();
    }

    Anchor anchor(AuditKeys keys) {
        ChainHead head = new ChainHead(SHARD, links.size(), 0, head(), StoredEntry.NONE);
        Anchor written = Anchor.of(START, "node one", List.of(head), keys);
        return Anchor.parse("10:00 INFO " + written.line() + " (end of the log line)", "anchors:1").orElseThrow();
    }

    List<Finding> findings(AuditKeys keys, Anchor... anchors) {
        return findings(new Erasures(), keys, anchors);
    }

    List<Finding> findings(Erasures erasures, AuditKeys keys, Anchor... anchors) {
        ChainWalk walk = new ChainWalk(SHARD, keys, new AnchoredChain(SHARD, List.of(anchors), keys), erasures);
        links.forEach(walk::see);
        return walk.findings();
    }
}
