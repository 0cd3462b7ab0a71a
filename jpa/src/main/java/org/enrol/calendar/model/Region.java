package org.enrol.calendar.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where bank holidays are kept alike. */
public enum Region {

    ENGLAND_AND_WALES, SCOTLAND, NORTHERN_IRELAND;

    /** As configuration and addresses name it: {@code england-and-wales}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Region> of(String slug) {
        return Arrays.stream(values()).filter(region -> region.slug().equals(slug)).findFirst();
    }
}
