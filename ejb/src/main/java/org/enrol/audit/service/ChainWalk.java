package org.enrol.audit.service;

import java.util.ArrayList;
import java.util.List;
import org.enrol.audit.model.AuditSeal.Signature;
import org.enrol.audit.service.Finding.Kind;

/**
 * Walks along one chain, link by link, and remembers the first that is not right.
 *
 * <p>Signatures: once a key is known, every later link must bear it. Links before the first that does are from before the key was changed
 * twice; the hashes of the later ones vouch for them.
 */
final class ChainWalk {

    private final int shard;
    private final AuditKeys keys;
    private final AnchoredChain anchored;
    private final Erasures erasures;
    private byte[] head = StoredEntry.NONE;
    private long position;
    private long entry;
    private long firstEntry;
    private long erased;
    private long links;
    private boolean sealKeyKnown;
    private boolean signedEntrySeen;
    private Finding broken;

    ChainWalk(int shard, AuditKeys keys, AnchoredChain anchored, Erasures erasures) {
        this.shard = shard;
        this.keys = keys;
        this.anchored = anchored;
        this.erasures = erasures;
    }

    void see(SealedEntry link) {
        boolean ours = keys.isSeal(link.mac(), shard, link.position(), link.entry(), link.hash());
        if (broken == null) {
            broken = fault(link, ours);
        }
        if (link.stored() != null && link.isErased()) {
            erased++;
        }
        sealKeyKnown |= ours;
        signedEntrySeen |= link.signature() == Signature.VALID;
        links++;
        firstEntry = links == 1 ? link.entry() : firstEntry;
        head = link.hash();
        position = link.position();
        entry = link.entry();
        anchored.pass(link);
    }

    /** @return null if this link is right */
    private Finding fault(SealedEntry link, boolean ours) {
        if (link.position() != position + 1) {
            return new Finding(Kind.SEALS_MISSING, shard, position + 1, 0, (position + 1) + "–" + (link.position() - 1) + ", " + entry + " … " + link.entry());
        }
        if (sealKeyKnown && !ours) {
            return at(Kind.SEAL_FOREIGN, link);
        }
        if (link.stored() == null) {
            return at(Kind.DELETED, link);
        }
        if (!link.follows(head)) {
            return at(Kind.CHANGED, link);
        }
        if (link.signature() == Signature.WRONG || link.signature() == Signature.MISSING && signedEntrySeen) {
            return at(Kind.ENTRY_FOREIGN, link);
        }
        return personalFault(link);
    }

    private Finding personalFault(SealedEntry link) {
        if (link.hasForeignPersonalPart()) {
            return at(Kind.PERSONAL_CHANGED, link);
        }
        return link.isErased() && !erasures.announce(link.stored().content()) ? at(Kind.PERSONAL_MISSING, link) : null;
    }

    private Finding at(Kind kind, SealedEntry link) {
        return new Finding(kind, shard, link.position(), link.entry(), "");
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (broken == null && links > 0 && !sealKeyKnown) {
            broken = new Finding(Kind.KEY_UNKNOWN, shard, 1, firstEntry, "");
        }
        if (broken != null) {
            findings.add(broken);
        }
        anchored.finding(position).ifPresent(findings::add);
        return findings;
    }

    long links() {
        return links;
    }

    long erased() {
        return erased;
    }
}
