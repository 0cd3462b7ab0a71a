package org.enrol.audit.service;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How far each chain had got at a moment, written outside the database: what was anchored can no longer be cut off or sealed anew unseen.
 *
 * @param text   the line without its signature
 * @param mac    the signature, 32 bytes
 * @param source file and line it was read from; empty for a new one
 */
record Anchor(String text, Instant at, List<Head> heads, byte[] mac, String source) {

    /** @param hash of the newest link, lower-case hexadecimal; empty while there is none */
    record Head(int shard, long position, String hash) {
    }

    private static final HexFormat HEX = HexFormat.of();
    /** Found anywhere in a line, so that log files will do as well. */
    private static final Pattern LINE = Pattern.compile("(enrol-audit-anchor (\\S{20,40}) \\S+((?: \\d+:\\d+:[0-9a-f]*)+)) mac=([0-9a-f]{64})");
    private static final Pattern HEAD = Pattern.compile("(\\d{1,4}):(\\d{1,18}):([0-9a-f]*)");

    static Anchor of(Instant at, String node, List<ChainHead> chains, AuditKeys keys) {
        List<Head> heads = chains.stream().map(chain -> new Head(chain.shard(), chain.position(), HEX.formatHex(chain.hash()))).toList();
        String text = "enrol-audit-anchor " + at + " " + node.replaceAll("\\s", "_") + heads.stream()
                .map(head -> " " + head.shard() + ":" + head.position() + ":" + head.hash()).collect(Collectors.joining());
        return new Anchor(text, at, heads, keys.anchor(text), "");
    }

    /** @return empty if there is no anchor in this line */
    static Optional<Anchor> parse(String line, String source) {
        Matcher found = LINE.matcher(line);
        if (!found.find()) {
            return Optional.empty();
        }
        List<Head> heads = new ArrayList<>();
        for (Matcher head = HEAD.matcher(found.group(3)); head.find();) {
            heads.add(new Head(Integer.parseInt(head.group(1)), Long.parseLong(head.group(2)), head.group(3)));
        }
        try {
            return Optional.of(new Anchor(found.group(1), Instant.parse(found.group(2)), heads, HEX.parseHex(found.group(4)), source));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    String line() {
        return text + " mac=" + HEX.formatHex(mac);
    }

    boolean isOurs(AuditKeys keys) {
        return keys.isAnchor(mac, text);
    }
}
