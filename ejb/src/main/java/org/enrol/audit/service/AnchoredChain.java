package org.enrol.audit.service;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.enrol.audit.service.Finding.Kind;

/** What the anchors know of one chain, compared while it is walked. */
final class AnchoredChain {

    private record Point(String hash, String source) {
    }

    private static final HexFormat HEX = HexFormat.of();

    private final int shard;
    private final TreeMap<Long, Point> points = new TreeMap<>();
    /** The first place of which no anchor has vouched yet, and the entry there. */
    private long openPosition = 1;
    private long openEntry;
    private Finding resealed;

    AnchoredChain(int shard, List<Anchor> anchors, AuditKeys keys) {
        this.shard = shard;
        for (Anchor anchor : anchors) {
            String source = anchor.at() + ", " + anchor.source() + (anchor.isOurs(keys) ? "" : ", ?");
            anchor.heads().stream().filter(head -> head.shard() == shard && head.position() > 0)
                    .forEach(head -> points.putIfAbsent(head.position(), new Point(head.hash(), source)));
        }
    }

    void pass(SealedEntry link) {
        if (link.position() == openPosition) {
            openEntry = link.entry();
        }
        Point point = points.get(link.position());
        if (point == null || resealed != null) {
            return;
        }
        if (point.hash().equals(HEX.formatHex(link.hash()))) {
            openPosition = link.position() + 1;
        } else {
            resealed = new Finding(Kind.RESEALED, shard, openPosition, openEntry, openPosition + "–" + link.position() + " (" + point.source() + ")");
        }
    }

    /** @param last where the chain ends now */
    Optional<Finding> finding(long last) {
        if (resealed != null || points.isEmpty() || points.lastKey() <= last) {
            return Optional.ofNullable(resealed);
        }
        return Optional.of(new Finding(Kind.TRUNCATED, shard, last + 1, 0, (last + 1) + "–" + points.lastKey() + " (" + points.lastEntry().getValue().source() + ")"));
    }
}
