package org.enrol.registry.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.enrol.account.service.EmailAddresses;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;

/** Reads a domain that staff type, and says what else it is if it is none. */
@ApplicationScoped
public class TypedDomains {

    /** Host within a web or mail address: scheme, person and what follows the host fall away. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(?:(?:[a-z][a-z0-9+.-]*:)?//|mailto:)?(?:[^/?#]*@)?(\\[[^/?#]*]|[^/?#:@\\[\\]]+)(?::\\d*)?(?:[/?#].*)?");
    private static final Pattern IP_4 = Pattern.compile("\\[?\\d{1,3}(\\.\\d{1,3}){3}]?");
    private static final Pattern IP_6 = Pattern.compile("(?i)\\[(ipv6:)?[0-9a-f:.%]+]|[0-9a-f]*:[0-9a-f:.]*:[0-9a-f:.%]*");

    @Inject
    EmailAddresses addresses;

    /**
     * @return IDNA's ASCII form, lower case, of at least two labels
     * @throws EnrolException DOMAIN_REQUIRED, DOMAIN_WILDCARD, DOMAIN_IP_ADDRESS, DOMAIN_WITH_MORE (with "domain"), DOMAIN_TOP_LEVEL or
     *                        DOMAIN_FORMAT, at the field given
     */
    public String read(String field, String typed) {
        String text = typed == null ? "" : Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
        if (text.isEmpty()) {
            throw refused(field, ErrorCode.DOMAIN_REQUIRED);
        }
        if (text.contains("*")) {
            throw refused(field, ErrorCode.DOMAIN_WILDCARD);
        }
        Matcher address = ADDRESS.matcher(text);
        String host = address.matches() ? address.group(1) : text;
        if (IP_4.matcher(host).matches() || IP_6.matcher(host).matches() || IP_6.matcher(text).matches()) {
            throw refused(field, ErrorCode.DOMAIN_IP_ADDRESS);
        }
        String domain = canonical(field, host);
        if (!host.equals(text)) {
            throw new EnrolException(Refusal.at(field, ErrorCode.DOMAIN_WITH_MORE, Map.of("domain", domain.replaceFirst("^www\\.", ""))));
        }
        return domain;
    }

    /** As people read it: in its own script. */
    public String readable(String domain) {
        return addresses.readableDomain(domain);
    }

    /** The dot at the end is the root's, and right, if unusual. */
    private String canonical(String field, String host) {
        String text = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return addresses.canonicalDomain(text).orElseThrow(() -> refused(field,
                addresses.canonicalDomain("a." + text).isPresent() ? ErrorCode.DOMAIN_TOP_LEVEL : ErrorCode.DOMAIN_FORMAT));
    }

    private static EnrolException refused(String field, ErrorCode code) {
        return new EnrolException(Refusal.at(field, code));
    }
}
