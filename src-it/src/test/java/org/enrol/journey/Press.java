package org.enrol.journey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A button on a page of Faces, with the form around it.
 *
 * @param fields all hidden and text fields, without the other buttons
 */
record Press(String formId, String action, String button, String label, Map<String, String> fields) {

    private static final String TOKEN = "_csrf";
    private static final String VIEW = "jakarta.faces.ViewState";
    private static final Pattern FORM = Pattern.compile("<form\\b.*?</form>", Pattern.DOTALL);
    private static final Pattern BUTTON = Pattern.compile("<(?:input|button)\\b[^>]*\\btype=\"submit\"[^>]*>");

    /** All buttons of the page that are about this page. */
    static List<Press> of(Page page) {
        return FORM.matcher(page.body()).results().flatMap(form -> of(form.group())).filter(press -> press.action().startsWith(page.path())).toList();
    }

    private static Stream<Press> of(String html) {
        Form form = Form.read(html);
        List<String> buttons = BUTTON.matcher(html).results().map(button -> button.group()).filter(button -> !button.contains("disabled=")).toList();
        return buttons.stream().filter(button -> !Form.attribute(button, "name").isEmpty()).map(button -> {
            Map<String, String> fields = new LinkedHashMap<>(form.fields());
            BUTTON.matcher(html).results().forEach(other -> fields.remove(Form.attribute(other.group(), "name")));
            return new Press(form.id(), form.action(), Form.attribute(button, "name"), Form.attribute(button, "value"), fields);
        });
    }

    /** Whatever makes it the same button for everybody. */
    String name() {
        return formId + " " + button + " " + label;
    }

    /** The same button pressed by somebody who was shown that page, perhaps without the button. */
    Form by(String token, String view) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put(TOKEN, token);
        if (view != null) {
            all.put(VIEW, view);
        }
        all.put(button, label);
        return new Form(formId, action, all);
    }

    Form asItStands() {
        return by(fields.get(TOKEN), fields.get(VIEW));
    }

    String view() {
        return fields.get(VIEW);
    }

    @Override
    public String toString() {
        return action + " " + button + " (" + label + ")";
    }
}
