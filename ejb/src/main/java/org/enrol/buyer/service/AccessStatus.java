package org.enrol.buyer.service;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.enrol.request.service.AttachmentView;
import org.enrol.request.service.MessageView;
import org.enrol.request.service.Told;

/**
 * What somebody who waits for a domain may see.
 *
 * @param phase    what it is to the applicant: the steps inside the office are one to them
 * @param expected when staff should have decided; null if they do not have the ball
 * @param question what staff ask, without which it does not go on; empty if nothing
 * @param reason   why it was rejected or closed; empty if it was not
 * @param again    from when the same may be asked again; null if it was not rejected
 * @param history  what happened since this person asked
 * @param open     whether the person may write to the staff, or give up
 */
public record AccessStatus(String reference, String domain, Phase phase, Instant askedAt, Instant expected, String question, String reason,
                           Instant again, List<Told> history, List<MessageView> messages, List<AttachmentView> files, boolean open) {

    /** Where it stands for one who waits: the outcomes of a request, and what comes before. GIVEN_UP is this person's own doing. */
    public enum Phase {

        DECIDING, RETURNED, GIVEN_UP, COMPLETED, REJECTED, WITHDRAWN, PREDECESSOR_FAILED, EXPIRED, SUPERSEDED;

        /** The last part of the keys of its texts. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
