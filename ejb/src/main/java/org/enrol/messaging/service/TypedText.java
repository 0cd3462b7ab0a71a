package org.enrol.messaging.service;

import java.text.Bidi;
import java.util.regex.Pattern;

/**
 * What a person typed, made fit to stand inside our sentences in a mail: one line, no invisible characters that turn the text around or
 * hide a part of it, and nothing that a mail program would turn into a link. Escaping for HTML is not done here but by the template.
 */
final class TypedText {

    /** Line breaks, controls, lone surrogates and non-characters; tabs and the like count as blanks. */
    private static final Pattern UNFIT = Pattern.compile("[\\s\\p{Cc}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]+");
    /** Direction overrides, isolates and marks, and what has no width at all; the joiners stay, since names and emoji need them. */
    private static final Pattern INVISIBLE = Pattern.compile("[\u061C\u00AD\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]");
    /** Before and behind what joins the parts of an address: "evil.example", "a@b", "http://". The dot of "Dr. No" joins nothing. */
    private static final Pattern JOINT = Pattern.compile("(?<=[.:/@\u3002\uFF0E\uFF61])(?=\\S)|(?<=\\S)(?=[.:/@\u3002\uFF0E\uFF61]\\S)");
    private static final String GAP = "\u200C";
    private static final char ISOLATE = '\u2068';
    private static final char END_ISOLATE = '\u2069';

    private TypedText() {
    }

    /**
     * @param longest     in characters, then it is cut
     * @param rightToLeft direction of the sentence around it: a text of the other direction is kept from disturbing it
     */
    static String inside(String typed, int longest, boolean rightToLeft) {
        String line = INVISIBLE.matcher(UNFIT.matcher(typed).replaceAll(" ")).replaceAll("").strip();
        if (line.codePointCount(0, line.length()) > longest) {
            line = line.substring(0, line.offsetByCodePoints(0, longest)).strip() + "\u2026";
        }
        String inert = JOINT.matcher(line).replaceAll(GAP);
        Bidi bidi = new Bidi(inert, rightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        boolean sameDirection = rightToLeft ? bidi.isRightToLeft() : bidi.isLeftToRight();
        return sameDirection ? inert : ISOLATE + inert + END_ISOLATE;
    }
}
