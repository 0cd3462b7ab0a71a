package org.enrol.audit.model;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * Who does something. Made in exactly three places: from the container's principal, from a proved link, and for the system itself.
 * What is kept to be done later keeps its actor in the database and gets the same one back.
 *
 * @param id the account or the link; 0 for the system
 */
@Embeddable
public record Actor(@Enumerated(EnumType.STRING) Kind kind, long id) {

    /** Where the knowledge of the actor comes from. VISITOR is somebody unknown, who may ask but not decide. */
    public enum Kind {
        ACCOUNT, LINK, VISITOR, SYSTEM;

        /** @param written as {@link Actor#toString} writes it */
        public static Kind of(String written) {
            return valueOf(written.split(":", 2)[0].toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** The account in what {@link #toString} wrote; 0 for everybody else. */
    public static long accountOf(String written) {
        String prefix = Kind.ACCOUNT.name().toLowerCase(java.util.Locale.ROOT) + ":";
        return written.startsWith(prefix) ? Long.parseLong(written.substring(prefix.length())) : 0;
    }

    /** As the audit trail writes it: {@code account:7}. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + (id == 0 ? "" : ":" + id);
    }
}
