package org.enrol.request.service;

import org.enrol.request.model.CannedReason;
import org.enrol.request.model.RequestAction;
import org.enrol.request.model.RequestType;

/**
 * A reason of the catalogue.
 *
 * @param version to be sent back with a change
 */
public record ReasonView(long id, RequestType type, RequestAction action, String english, String welsh, String french, String arabic,
                         boolean retired, long version) {

    static ReasonView of(CannedReason reason) {
        return new ReasonView(reason.id(), reason.type(), reason.action(), reason.in("en"), reason.in("cy"), reason.in("fr"), reason.in("ar"),
                reason.isRetired(), reason.version());
    }

    /** @param language as a BCP 47 tag */
    public String in(String language) {
        return switch (language.split("-", 2)[0]) {
            case "cy" -> welsh;
            case "fr" -> french;
            case "ar" -> arabic;
            default -> english;
        };
    }
}
