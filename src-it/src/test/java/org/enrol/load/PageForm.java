package org.enrol.load;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page's main form would send by itself: its hidden fields and its button. */
final class PageForm {

    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\b(name|type|value)=\"([^\"]*)\"");

    private PageForm() {
    }

    /** @throws IllegalStateException if the page has no such form: something else was answered than the person asked for */
    static Map<String, String> of(String html) {
        return of(html, "form");
    }

    /** The same of another form. @param id its name on the page */
    static Map<String, String> of(String html, String id) {
        int begin = html.indexOf("<form id=\"" + id + "\"");
        if (begin < 0) {
            throw new IllegalStateException("no form " + id + " on the page: " + heading(html));
        }
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher inputs = INPUT.matcher(html.substring(begin, html.indexOf("</form>", begin)));
        while (inputs.find()) {
            Map<String, String> attributes = new LinkedHashMap<>();
            Matcher attribute = ATTRIBUTE.matcher(inputs.group());
            while (attribute.find()) {
                attributes.putIfAbsent(attribute.group(1), attribute.group(2));
            }
            if ("hidden".equals(attributes.get("type")) || "submit".equals(attributes.get("type"))) {
                fields.put(attributes.get("name"), attributes.getOrDefault("value", ""));
            }
        }
        return fields;
    }

    /** What the page is about, for messages. */
    static String heading(String html) {
        Matcher heading = Pattern.compile("<h1[^>]*>([^<]*)").matcher(html);
        return heading.find() ? heading.group(1).strip() : "a page without heading";
    }
}
