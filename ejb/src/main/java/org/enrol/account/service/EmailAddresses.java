package org.enrol.account.service;

import com.ibm.icu.text.IDNA;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.enrol.account.model.EmailAddress;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;

/**
 * The one reader of e-mail addresses, used wherever somebody types one, so that no page invites what another refuses.
 *
 * <p>Sub-addresses and dots count: {@code jo+a@x} is not {@code jo@x}. The part before the @ is ASCII without quotes, because few mail
 * servers take more; the domain may be written in any script.
 *
 * <p>Source: design section 5, marketplace 1.2; RFC 5321, RFC 5322 (dot-atom), UTS 46 non-transitional.
 */
@ApplicationScoped
public class EmailAddresses {

    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})");

    /** java.net.IDN would map ß to ss, and so one mailbox to another's. */
    private final IDNA idna = IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.USE_STD3_RULES);

    /** @throws EnrolException EMAIL_REQUIRED or EMAIL_FORMAT, at the field given */
    public EmailAddress parse(String field, String typed) {
        String text = typed == null ? "" : Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
        if (text.isEmpty()) {
            throw new EnrolException(Refusal.at(field, ErrorCode.EMAIL_REQUIRED));
        }
        return read(text).orElseThrow(() -> new EnrolException(Refusal.at(field, ErrorCode.EMAIL_FORMAT)));
    }

    /** The canonical form of a host name; empty if it is none. */
    public Optional<String> canonicalDomain(String typed) {
        // Before ICU looks: it throws at very long labels, and it drops invisible characters, which would fill the column of what was typed.
        if (typed.length() > LONGEST_DOMAIN) {
            return Optional.empty();
        }
        StringBuilder ascii = new StringBuilder();
        IDNA.Info info = new IDNA.Info();
        idna.nameToASCII(typed, ascii, info);
        String domain = ascii.toString().toLowerCase(Locale.ROOT);
        boolean good = !info.hasErrors() && domain.length() <= LONGEST_DOMAIN && DOMAIN.matcher(domain).matches();
        return good ? Optional.of(domain) : Optional.empty();
    }

    /** A canonical domain as people read it: in its own script. */
    public String readableDomain(String canonical) {
        StringBuilder readable = new StringBuilder();
        IDNA.Info info = new IDNA.Info();
        idna.nameToUnicode(canonical, readable, info);
        return info.hasErrors() ? canonical : readable.toString();
    }

    private Optional<EmailAddress> read(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL || !LOCAL.matcher(text.substring(0, at)).matches()) {
            return Optional.empty();
        }
        String local = text.substring(0, at).toLowerCase(Locale.ROOT);
        return canonicalDomain(text.substring(at + 1)).map(domain -> new EmailAddress(text, local + "@" + domain));
    }
}
