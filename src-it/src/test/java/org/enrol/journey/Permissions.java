package org.enrol.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What {@code src-it/permissions.md} says of the pages: the accepted decision, which the running site has to bear out. */
final class Permissions {

    static final String ANYBODY = "anybody";

    /**
     * One page.
     *
     * @param address where it is, with what it needs to show anything
     * @param roles   whom it is for; {@link #ANYBODY} is whoever is not signed in
     */
    record Place(String page, String address, Set<String> roles) {

        @Override
        public String toString() {
            return address;
        }
    }

    private static final int COLUMNS_BEFORE_ROLES = 2;

    private Permissions() {
    }

    /** @param needs what some pages need in their address, as {@code id=7}, by page */
    static List<Place> pages(Map<String, String> needs) {
        List<Place> places = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String line : lines()) {
            List<String> cells = List.of(line.split("\\s*\\|\\s*", -1));
            if (line.startsWith("| page and operation")) {
                names.addAll(cells.subList(COLUMNS_BEFORE_ROLES, cells.size() - 1));
            } else if (line.startsWith("| /") && !cells.get(1).contains(" ")) {
                Set<String> roles = new TreeSet<>();
                for (int i = 0; i < names.size(); i++) {
                    if (cells.get(i + COLUMNS_BEFORE_ROLES).equals("x")) {
                        roles.add(names.get(i));
                    }
                }
                String page = cells.get(1);
                places.add(new Place(page, page + (needs.containsKey(page) ? "?" + needs.get(page) : ""), roles));
            }
        }
        return places;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of(System.getProperty("enrol.root"), "src-it", "permissions.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
