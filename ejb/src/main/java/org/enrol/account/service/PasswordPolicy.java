package org.enrol.account.service;

import com.nulabinc.zxcvbn.Zxcvbn;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;

/**
 * What is asked of a password: length, and that nobody guesses it quickly. No composition rules. Lists of common passwords, names,
 * keyboard walks and repetitions come with zxcvbn and work offline.
 *
 * <p>Source: design section 6; NIST SP 800-63B-4 3.1.1.2; OWASP ASVS 5.0 6.2.
 */
@ApplicationScoped
public class PasswordPolicy {

    public static final int SHORTEST = 15;
    public static final int LONGEST = 256;
    /** Guesses, as a power of ten, below which a password counts as common. */
    private static final double GUESSABLE = 8;
    /** What stands further behind cannot make the beginning easier to guess, but costs time to look at. */
    private static final int LOOKED_AT = 64;
    /** The signs that zxcvbn takes for one letter each. */
    private static final List<String> DISGUISES = List.of("4@", "({[<", "69", "1!|", "1|7", "$5", "+7");
    private static final int MOST_DISGUISES = 32;
    private static final int LITTLE = 5;
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Pd}._,;:@/']+");
    private static final List<String> SERVICE = List.of("enrol", "password", "registration", "buyer", "supplier", "government", "marketplace");

    private final Zxcvbn zxcvbn = new Zxcvbn();

    @PostConstruct
    void load() {
        zxcvbn.measure("the dictionaries are read at the first use");
    }

    /** The form that is hashed: the same letters typed on two keyboards are one password. Never trimmed. */
    public static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC);
    }

    /**
     * @param context what the person is called and where they work; parts of it are easy to guess
     * @return why the password is refused; empty if it is good
     */
    public List<Refusal> check(String field, String typed, Collection<String> context) {
        String password = normal(typed == null ? "" : typed);
        int length = password.codePointCount(0, password.length());
        if (length == 0) {
            return List.of(Refusal.at(field, ErrorCode.PASSWORD_REQUIRED));
        }
        if (length < SHORTEST || length > LONGEST) {
            return List.of(Refusal.at(field, ErrorCode.PASSWORD_LENGTH, Map.of("shortest", SHORTEST, "longest", LONGEST)));
        }
        return isGuessable(password, context) ? List.of(Refusal.at(field, ErrorCode.PASSWORD_COMMON)) : List.of();
    }

    private boolean isGuessable(String password, Collection<String> context) {
        List<String> words = Stream.concat(SERVICE.stream(), context.stream().flatMap(PasswordPolicy::words))
                .sorted(Comparator.comparingInt(String::length).reversed()).toList();
        String beginning = password.substring(0, password.offsetByCodePoints(0, Math.min(LOOKED_AT, password.codePointCount(0, password.length()))));
        return littleIsLeft(password, words)
                || disguises(beginning) <= MOST_DISGUISES && zxcvbn.measure(beginning, words).getGuessesLog10() < GUESSABLE;
    }

    /** Whether the password is made of the words and hardly anything else; zxcvbn finds three of them in a row too good. */
    private static boolean littleIsLeft(String password, List<String> words) {
        String lower = password.toLowerCase(Locale.ROOT);
        String left = lower;
        for (String word : words) {
            left = left.replace(word, " ");
        }
        return !left.equals(lower) && SEPARATORS.matcher(left).replaceAll("").codePoints().count() < LITTLE;
    }

    /** In how many ways zxcvbn would read the signs as letters. It tries all of them, which takes seconds where somebody means it to. */
    private static int disguises(String password) {
        return DISGUISES.stream().mapToInt(signs -> (int) signs.chars().filter(sign -> password.indexOf(sign) >= 0).count())
                .filter(choices -> choices > 0).reduce(1, (all, choices) -> all * choices);
    }

    private static Stream<String> words(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(lower), Stream.of(lower.split("[^\\p{L}\\p{N}]+"))).filter(word -> word.length() > 2);
    }
}
