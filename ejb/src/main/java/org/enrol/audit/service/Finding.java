package org.enrol.audit.service;

import java.text.MessageFormat;
import java.util.Comparator;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Something that is wrong with the trail.
 *
 * @param shard    the chain; -1 if it is about an entry that is in none
 * @param position the first bad place in the chain; 0 if it is about an entry that is in none
 * @param entry    the first bad entry; 0 if that can no longer be known
 * @param detail   what more is known, in no language: a moment, a range, file and line
 */
public record Finding(Kind kind, int shard, long position, long entry, String detail) {

    /** What is wrong; the words for it stand in {@code org/enrol/audit.properties} under the name. */
    public enum Kind {
        /** What the entry says, or who it says it of, is not what was sealed. */
        CHANGED,
        /** The entry is gone, its seal is there. */
        DELETED,
        /** Links of the chain are gone. */
        SEALS_MISSING,
        /** A link was not made by Enrol in this place: altered, moved, put in, or everything from here on sealed anew. */
        SEAL_FOREIGN,
        /** No link bears a signature of a key that is known. */
        KEY_UNKNOWN,
        /** The entry was not written by Enrol, or changed before it was sealed. */
        ENTRY_FOREIGN,
        /** The entry has neither a seal nor is one due. */
        NEVER_SEALED,
        /** The erasable part is there, but not as it was sealed. */
        PERSONAL_CHANGED,
        /** The erasable part is gone, and the trail does not tell of it. */
        PERSONAL_MISSING,
        /** An anchor knows later links than there are: the newest were cut off. */
        TRUNCATED,
        /** An anchor knows the chain otherwise: it was sealed anew. */
        RESEALED
    }

    private static final ResourceBundle.Control ENGLISH_LAST =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    /** What the chains say for certain before what the anchors say of a whole range; deleted entries without a number last. */
    static final Comparator<Finding> FIRST_BAD_RECORD = Comparator.comparing((Finding finding) -> finding.kind == Kind.TRUNCATED || finding.kind == Kind.RESEALED)
            .thenComparing(finding -> finding.entry == 0 ? Long.MAX_VALUE : finding.entry)
            .thenComparing(Finding::shard).thenComparing(Finding::position);

    /** One sentence for people. */
    public String text(Locale language) {
        ResourceBundle words = ResourceBundle.getBundle("org.enrol.audit", language, Finding.class.getClassLoader(), ENGLISH_LAST);
        return new MessageFormat(words.getString(kind.name()), language)
                .format(new Object[] {Long.toString(entry), Integer.toString(shard), Long.toString(position), detail});
    }
}
