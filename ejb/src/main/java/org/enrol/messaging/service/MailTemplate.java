package org.enrol.messaging.service;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.enrol.link.model.Purpose;

/** The mails that Enrol writes. Their texts are in the bundle {@code org.enrol.mail}, under the template's name in lower case. */
public enum MailTemplate {

    /** Somebody asked for a buyer account with this address. */
    ACTIVATE_BUYER("/activate", Purpose.ACTIVATION),
    /** A staff account waits for its owner. */
    ACTIVATE_STAFF("/activate", Purpose.ACTIVATION),
    /** Somebody tried to register an address that has a buyer account. */
    ALREADY_REGISTERED("/sign-in"),
    /** The same, but the account is of another kind: there is never a second one. */
    OTHER_ACCOUNT("/sign-in"),
    /** The same, but nobody can sign in with the account. */
    ACCOUNT_DEACTIVATED(""),
    /** The registry, silent before, has now said no. */
    DOMAIN_NOT_APPROVED("/buyer/create", "domain"),
    RESET_PASSWORD("/reset-password", Purpose.RESET),
    /** Somebody asked for a new password of an account that is deactivated. */
    RESET_DEACTIVATED(""),
    PASSWORD_CHANGED("/forgotten-password"),
    /** So many failures that unknown networks now need a proof by mail. */
    SIGN_IN_GUARDED("/forgotten-password"),
    /** Somebody asked for a domain to be approved: the secret link to see where that stands. */
    ACCESS_ASKED("/buyer/access", Purpose.STATUS),
    /** The domain is approved: go and register. */
    ACCESS_APPROVED("/buyer/create", "domain"),
    ACCESS_REJECTED("/buyer/access", Purpose.STATUS, "domain", "reason", "again"),
    /** Staff have a question, without which it does not go on. */
    ACCESS_RETURNED("/buyer/access", Purpose.STATUS, "domain", "reason"),
    /** Staff say something. */
    ACCESS_MESSAGE("/buyer/access", Purpose.STATUS, "domain", "message"),
    /** Staff closed the request without a decision. */
    ACCESS_CLOSED("/buyer/access", Purpose.STATUS, "domain", "reason"),
    /** Nobody answered in time. */
    ACCESS_EXPIRED("/buyer/access", Purpose.STATUS, "domain"),
    /** Asked again too soon after a rejection. */
    ACCESS_TOO_SOON("/buyer/access", Purpose.STATUS, "domain", "again"),
    /** The domain by which somebody registered was taken out, and with it their access. */
    DOMAIN_REMOVED("", "domain", "reason");

    private final String path;
    private final Purpose purpose;
    private final Set<String> needs;

    MailTemplate(String path, String... needs) {
        this.path = path;
        this.purpose = null;
        this.needs = Set.of(needs);
    }

    MailTemplate(String path, Purpose purpose, String... needs) {
        this.path = path;
        this.purpose = purpose;
        this.needs = Set.of(needs);
    }

    /** What the link in the mail proves; empty if the mail has none that proves anything. */
    public Optional<Purpose> purpose() {
        return Optional.ofNullable(purpose);
    }

    /** The values without which the mail cannot be written; {@code name} is used wherever it is known. */
    public Set<String> needs() {
        return needs;
    }

    /** How much of a value the mail repeats, in characters: what strangers typed must not become the mail; what staff wrote may. */
    int longest(String value) {
        return value.equals("reason") || value.equals("message") ? 2_000 : 100;
    }

    /** Where the button leads, below the public address; empty if the mail has no button. */
    String path() {
        return path;
    }

    /** The first part of the keys of its texts. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
