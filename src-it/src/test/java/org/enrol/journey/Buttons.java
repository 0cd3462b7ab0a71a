package org.enrol.journey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pressing one of several buttons of a form: only that one is sent. */
final class Buttons {

    private static final Pattern FORM = Pattern.compile("<form\\b.*?</form>", Pattern.DOTALL);
    private static final Pattern SUBMIT = Pattern.compile("<input\\b[^>]*type=\"submit\"[^>]*>");

    private Buttons() {
    }

    /** @param label what stands on the button, or what it is called where several say the same */
    static Form pressed(Page page, String label) {
        return FORM.matcher(page.body()).results().map(MatchResult::group).filter(form -> submits(form).stream().anyMatch(tag -> isCalled(tag, label)))
                .findFirst().map(form -> pressed(form, label)).orElseThrow(() -> new AssertionError("no button " + label + ": " + page));
    }

    static boolean has(Page page, String label) {
        return submits(page.body()).stream().anyMatch(tag -> isCalled(tag, label));
    }

    private static Form pressed(String html, String label) {
        Form form = Form.read(html);
        Map<String, String> fields = new LinkedHashMap<>(form.fields());
        submits(html).stream().filter(tag -> !isCalled(tag, label)).forEach(tag -> fields.remove(attribute("name", tag)));
        return new Form(form.id(), form.action(), fields);
    }

    private static List<String> submits(String html) {
        return SUBMIT.matcher(html).results().map(MatchResult::group).toList();
    }

    private static boolean isCalled(String tag, String label) {
        String name = attribute("aria-label", tag);
        return (name.isEmpty() ? attribute("value", tag) : name).equals(label);
    }

    private static String attribute(String name, String tag) {
        Matcher matcher = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
        return matcher.find() ? Page.unescaped(matcher.group(1)) : "";
    }
}
