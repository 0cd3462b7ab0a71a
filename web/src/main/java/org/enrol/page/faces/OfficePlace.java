package org.enrol.page.faces;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The places of the back office, in the order of its navigation. A new one is a line here and its text; who may open it, web.xml and the
 * services decide, and a line that says otherwise fails a test.
 */
public enum OfficePlace {

    TODAY("/admin", "office.today", 't', Who.STAFF),
    REQUESTS("/admin/requests", "office.requests", 'r', Who.READERS),
    BULK("/admin/bulk", "office.bulk", 'b', Who.AUDITORS),
    DOMAINS("/admin/domains", "office.domains", 'd', Who.READERS),
    REASONS("/admin/reasons", "office.reasons", 'w', Who.READERS),
    CALENDAR("/admin/calendar", "office.calendar", 'c', Who.READERS),
    STAFF("/admin/staff", "office.staff", 's', Who.STAFF_MANAGERS),
    MESSAGES("/admin/messages", "office.messages", 'm', Who.READERS),
    AUDIT("/admin/audit", "office.audit", 'a', Who.AUDITORS);

    /** Names of the container's roles. */
    private static final class Who {
        static final String[] READERS = {"ADMINISTRATOR", "SUPPORT", "AUDITOR"};
        static final String[] AUDITORS = {"ADMINISTRATOR", "AUDITOR"};
        static final String[] STAFF_MANAGERS = {"STAFF_MANAGER"};
        static final String[] STAFF = {"ADMINISTRATOR", "SUPPORT", "AUDITOR", "STAFF_MANAGER"};
    }

    private static final String BACK_OFFICE = "/admin";

    private final String address;
    private final String key;
    private final char letter;
    private final String[] roles;

    OfficePlace(String address, String key, char letter, String... roles) {
        this.address = address;
        this.key = key;
        this.letter = letter;
        this.roles = roles;
    }

    /** The place that a page belongs to: {@code /admin/request} to {@code /admin/requests}, too. */
    static Optional<OfficePlace> of(String path) {
        return Arrays.stream(values()).filter(place -> place.owns(path)).findFirst();
    }

    private boolean owns(String path) {
        return address.equals(BACK_OFFICE) ? path.equals(address) : path.startsWith(address.replaceFirst("s$", ""));
    }

    boolean isOpenTo(HttpServletRequest request) {
        return Stream.of(roles).anyMatch(request::isUserInRole);
    }

    public String address() {
        return address;
    }

    /** Of its text. */
    public String key() {
        return key;
    }

    /** Typed after the letter g, it leads there. */
    public char letter() {
        return letter;
    }
}
