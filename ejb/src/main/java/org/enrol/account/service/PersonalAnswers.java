package org.enrol.account.service;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.NumberParseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.List;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;

/**
 * Reads what people say of themselves: names and telephone numbers. Texts are trimmed and NFC; control characters are refused, because they
 * are never meant and break mails and exports.
 *
 * <p>Source: marketplace 1.2.
 */
@ApplicationScoped
public class PersonalAnswers {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_PHONE = 40;
    /** Where a number without country code is dialled. */
    private static final String REGION = "GB";

    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();

    /** One line of text that must be there, at most 255 characters; problems are added to the list. */
    public String line(String field, String typed, ErrorCode missing, ErrorCode tooLong, List<Refusal> problems) {
        String text = clean(typed);
        if (text.codePoints().allMatch(PersonalAnswers::isInvisible)) {
            problems.add(Refusal.at(field, missing));
        } else if (text.codePointCount(0, text.length()) > LONGEST_NAME) {
            problems.add(Refusal.at(field, tooLong));
        } else if (text.codePoints().anyMatch(PersonalAnswers::isUnprintable)) {
            problems.add(Refusal.at(field, ErrorCode.TEXT_CHARACTERS));
        }
        return text;
    }

    /** Several lines of text that must be there; problems are added to the list. @param longest in characters */
    public String text(String field, String typed, int longest, ErrorCode missing, ErrorCode tooLong, List<Refusal> problems) {
        String text = clean(typed).replace("\r\n", "\n");
        if (text.isEmpty()) {
            problems.add(Refusal.at(field, missing));
        } else if (text.length() > longest) {
            problems.add(Refusal.at(field, tooLong));
        } else if (text.codePoints().filter(c -> c != '\n' && c != '\t').anyMatch(PersonalAnswers::isUnprintable)) {
            problems.add(Refusal.at(field, ErrorCode.TEXT_CHARACTERS));
        }
        return text;
    }

    /** A telephone number that may be missing, kept as typed; problems are added to the list. */
    public String phone(String field, String typed, List<Refusal> problems) {
        String text = clean(typed);
        if (!text.isEmpty() && (text.length() > LONGEST_PHONE || !isPhone(text))) {
            problems.add(Refusal.at(field, ErrorCode.PHONE_FORMAT));
        }
        return text;
    }

    private boolean isPhone(String text) {
        if (!text.codePoints().allMatch(PersonalAnswers::isOfPhones)) {
            return false;
        }
        try {
            return phones.isPossibleNumber(phones.parse(text.startsWith("00") ? "+" + text.substring(2) : text, REGION));
        } catch (NumberParseException e) {
            return false;
        }
    }

    /** Digits of any script, what people put between them, and the word "ext". The library overlooks whatever else it finds. */
    private static boolean isOfPhones(int c) {
        return Character.isDigit(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.DASH_PUNCTUATION
                || "+().,/#extEXT".indexOf(c) >= 0;
    }

    private static String clean(String typed) {
        return typed == null ? "" : Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
    }

    /** Blanks of any width, and what shows nothing at all. */
    private static boolean isInvisible(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    /** Controls, unpaired surrogates and the marks that reorder a line; letters of any script and emoji are welcome. */
    private static boolean isUnprintable(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.SURROGATE || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }
}
