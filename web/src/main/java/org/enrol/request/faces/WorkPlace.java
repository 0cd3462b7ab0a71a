package org.enrol.request.faces;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.enrol.request.service.WorkFilter;
import org.enrol.request.service.WorkRow;

/**
 * Where somebody is in their work: a filter and a page of it. Written into addresses as a query; whatever is read from one becomes a place of
 * the work list and never another address.
 *
 * @param after  the page begins behind this key; empty for the first page
 * @param before the page ends before this key; empty unless somebody turned back
 */
record WorkPlace(WorkFilter filter, String after, String before) {

    private static final Pattern PAGE = Pattern.compile("(?:^|&)(after|before)=((?:[0-9A-Za-z_.-]|%3A){1,80})(?=&|$)");

    static WorkPlace first(WorkFilter filter) {
        return new WorkPlace(filter, "", "");
    }

    static WorkPlace after(WorkFilter filter, WorkRow row) {
        return new WorkPlace(filter, filter.key(row), "");
    }

    static WorkPlace before(WorkFilter filter, WorkRow row) {
        return new WorkPlace(filter, "", filter.key(row));
    }

    static WorkPlace parse(String query) {
        Matcher page = PAGE.matcher(query);
        String[] keys = {"", ""};
        while (page.find()) {
            keys["after".equals(page.group(1)) ? 0 : 1] = URLDecoder.decode(page.group(2), StandardCharsets.UTF_8);
        }
        return new WorkPlace(WorkFilter.parse(query), keys[0], keys[1]);
    }

    /** {@link #parse} reads it again. */
    String query() {
        return filter.query() + page("after", after) + page("before", before);
    }

    private static String page(String name, String key) {
        return key.isEmpty() ? "" : "&" + name + "=" + encoded(key);
    }

    String address() {
        return "/admin/requests?" + query();
    }

    /** A request's page, which leads back to this place and on to the next one. */
    String addressOf(WorkRow row) {
        return "/admin/request?id=" + row.id() + "&work=" + encoded(query()) + "&at=" + encoded(filter.key(row));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
