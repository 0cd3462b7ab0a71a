package org.enrol.journey;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An answer of the server as a visitor reads it. */
public record Page(String path, int status, HttpHeaders headers, String body) {

    /** Characters of a page that a failed test shows. */
    private static final int LONGEST_QUOTE = 200;
    private static final Pattern HEADING = Pattern.compile("<h1[^>]*>(.*?)</h1>", Pattern.DOTALL);
    private static final Pattern MAIN = Pattern.compile("<main.*</main>", Pattern.DOTALL);
    private static final Pattern ERROR = Pattern.compile("<p id=\"([^\"]+)-error\" class=\"govuk-error-message\">(.*?)</p>", Pattern.DOTALL);
    private static final Pattern FORM = Pattern.compile("<form\\b.*?</form>", Pattern.DOTALL);

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** Path and query that a redirect leads to; empty if the answer is none. */
    public String leadsTo() {
        return header("Location").map(place -> place.replaceFirst("^https?://[^/]+", "")).orElse("");
    }

    /** The first heading; empty if there is none. */
    public String heading() {
        return first(HEADING).map(heading -> text(heading.group(1))).orElse("");
    }

    /** What the page itself says, without header and footer. */
    public String words() {
        return first(MAIN).map(main -> text(main.group())).orElse("");
    }

    /** The message at a field; empty if there is none. */
    String error(String field) {
        return errors().filter(error -> error.group(1).equals(field)).map(error -> text(error.group(2)).replaceFirst("^Error: ", ""))
                .findFirst().orElse("");
    }

    /** The fields that have a message, in their order. */
    List<String> refusedFields() {
        return errors().map(error -> error.group(1)).toList();
    }

    /** Whether the page is laid out as all are, and so is no answer of the container's. */
    boolean hasLayout() {
        return body.contains("class=\"govuk-template\"") && body.contains("<main id=\"main\"") && body.contains("<footer")
                && !heading().isEmpty();
    }

    /** The form in the middle of the page. */
    public Form form() {
        return form("form");
    }

    Form form(String id) {
        return forms().stream().filter(form -> form.id().equals(id)).findFirst()
                .orElseThrow(() -> new AssertionError("no form " + id + ": " + this));
    }

    /** The form that posts to an address. */
    Form formTo(String action) {
        return formsTo(action).findFirst().orElseThrow(() -> new AssertionError("no form to " + action + ": " + this));
    }

    Stream<Form> formsTo(String action) {
        return forms().stream().filter(form -> form.action().equals(action));
    }

    public boolean hasForm() {
        return forms().stream().anyMatch(form -> form.id().equals("form"));
    }

    List<Form> forms() {
        return FORM.matcher(body).results().map(MatchResult::group).map(Form::read).toList();
    }

    private Stream<MatchResult> errors() {
        return ERROR.matcher(body).results();
    }

    private Optional<MatchResult> first(Pattern pattern) {
        Matcher matcher = pattern.matcher(body);
        return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private static String start(String words) {
        return words.length() > LONGEST_QUOTE ? words.substring(0, LONGEST_QUOTE) + "…" : words;
    }

    static String text(String html) {
        return unescaped(html.replaceAll("<[^>]*>", " ")).replaceAll("\\s+", " ").strip();
    }

    static String unescaped(String html) {
        String decimal = Pattern.compile("&#(\\d+);").matcher(html)
                .replaceAll(code -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1)))));
        String hexadecimal = Pattern.compile("&#x([0-9a-fA-F]+);").matcher(decimal)
                .replaceAll(code -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1), 16))));
        return hexadecimal.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&nbsp;", "\u00a0")
                .replace("&amp;", "&");
    }

    /** For messages of failed tests: what one wants to see first. */
    @Override
    public String toString() {
        return status + " " + path + (leadsTo().isEmpty() ? "" : " to " + leadsTo()) + " \"" + heading() + "\" "
                + start(words().isEmpty() ? body : words());
    }
}
