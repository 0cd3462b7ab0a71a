package org.enrol.journey;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form of a page as it stands there: hidden fields, what is filled in, and its button. Filling in makes another form. */
public record Form(String id, String action, Map<String, String> fields) {

    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>", Pattern.DOTALL);

    static Form read(String html) {
        Map<String, String> fields = new LinkedHashMap<>();
        INPUT.matcher(html).results().map(java.util.regex.MatchResult::group)
                .filter(input -> !attribute(input, "name").isEmpty() && !isUnticked(input))
                .forEach(input -> fields.put(attribute(input, "name"), attribute(input, "value")));
        String tag = html.substring(0, html.indexOf('>') + 1);
        return new Form(attribute(tag, "id"), attribute(tag, "action"), fields);
    }

    /** @param value null leaves the field out */
    public Form with(String field, String value) {
        Map<String, String> filled = new LinkedHashMap<>(fields);
        if (value == null) {
            filled.remove(field);
        } else {
            filled.put(field, value);
        }
        return new Form(id, action, filled);
    }

    public Form ticked(String box) {
        return with(box, "on");
    }

    public String value(String field) {
        return fields.get(field);
    }

    String encoded() {
        return String.join("&", fields.entrySet().stream().map(field -> pair(field.getKey(), field.getValue())).toList());
    }

    static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static boolean isUnticked(String input) {
        return attribute(input, "type").equals("checkbox") && !input.contains("checked");
    }

    static String attribute(String tag, String name) {
        Matcher matcher = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
        return matcher.find() ? Page.unescaped(matcher.group(1)) : "";
    }
}
