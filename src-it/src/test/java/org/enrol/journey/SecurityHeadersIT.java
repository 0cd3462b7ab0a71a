package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;

/** The headers that protect people, on every kind of answer. */
class SecurityHeadersIT extends ClientTest {

    private static final Pattern RESOURCE = Pattern.compile("(?:href|from)=?\\s*\"(/jakarta\\.faces\\.resource/[^\"]+)\"");

    @Test
    void everyAnswerOfAnyKindCarriesThePolicyAndItsCompanions() {
        answers().forEach((kind, answer) -> {
            String policy = answer.header("Content-Security-Policy").orElse("");
            assertThat(policy).as(kind).contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'",
                    "object-src 'none'");
            assertThat(directive(policy, "script-src")).as(kind).contains("'nonce-").doesNotContain("unsafe").doesNotContain("*")
                    .doesNotContain("http");
            assertThat(directive(policy, "style-src")).as(kind).isEqualTo("style-src 'self'");
            assertThat(answer.header("X-Content-Type-Options")).as(kind).contains("nosniff");
            assertThat(answer.header("X-Frame-Options")).as(kind).contains("DENY");
            assertThat(answer.header("Referrer-Policy")).as(kind).contains("no-referrer");
            assertThat(answer.header("X-Request-Id").orElse("")).as(kind).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
            assertThat(answer.headers().map().keySet()).as(kind).doesNotContain("server", "x-powered-by");
        });
    }

    @Test
    void pagesErrorsAndRedirectsAreNotStoredAndFilesAre() {
        answers().forEach((kind, answer) -> {
            String cache = answer.header("Cache-Control").orElse("");
            if (kind.startsWith("file")) {
                assertThat(cache).as(kind).doesNotContain("no-store");
            } else {
                assertThat(cache).as(kind).contains("no-store");
            }
        });
        Page start = Visitor.fromNewNetwork().open("/");
        assertThat(Visitor.fromNewNetwork().open(resources(start).get(0)).header("Cache-Control")).contains("max-age=31536000");
    }

    @Test
    void nonceIsAnotherOneEachTimeAndIsTheOneOfThePagesScripts() {
        Visitor visitor = Visitor.fromNewNetwork();
        Page first = visitor.open("/buyer/create");
        Page second = visitor.open("/buyer/create");

        assertThat(nonce(first)).hasSizeGreaterThanOrEqualTo(22).isNotEqualTo(nonce(second));
        assertThat(first.form().value("_csrf")).isNotEqualTo(second.form().value("_csrf"));
        Matcher scripts = Pattern.compile("<script\\b[^>]*>").matcher(first.body());
        List<String> tags = scripts.results().map(java.util.regex.MatchResult::group).toList();
        assertThat(tags).isNotEmpty().allMatch(tag -> tag.contains("nonce=\"" + nonce(first) + "\""));
        assertThat(first.body()).doesNotContainPattern("<[^>]*\\son[a-z]+=").doesNotContainPattern("<[^>]*\\sstyle=");
    }

    @Test
    void errorPageHasTheNonceOfItsOwnHeader() {
        Page missing = Visitor.fromNewNetwork().open("/nope");

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.body()).contains("nonce=\"" + nonce(missing) + "\"");
    }

    @Test
    void readingTheHeadOnlyTellsTheSameHeaders() {
        Visitor visitor = Visitor.fromNewNetwork();

        Page head = visitor.send(visitor.request("/buyer/create").method("HEAD", BodyPublishers.noBody()));

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Security-Policy")).isPresent();
    }

    /** One of each kind. */
    private static Map<String, Page> answers() {
        Map<String, Page> answers = new LinkedHashMap<>();
        Buyer buyer = Buyer.active();
        Visitor visitor = Visitor.fromNewNetwork();
        Page create = visitor.open("/buyer/create");
        answers.put("start", visitor.open("/"));
        answers.put("form", create);
        answers.put("area", buyer.visitor().open("/buyer"));
        answers.put("account", buyer.visitor().open("/account"));
        answers.put("refused answers", visitor.submit(create.form().with("email", "x")));
        answers.put("redirect after a form", visitor.submit(create.form().with("email", Buyer.newAddress())));
        answers.put("redirect to sign in", visitor.open("/account"));
        answers.put("redirect from the old form of an address", visitor.open("/buyer/create.xhtml"));
        answers.put("signed in", buyer.signsIn(Visitor.fromNewNetwork(), buyer.password()));
        answers.put("not found", visitor.open("/nope"));
        answers.put("not allowed", visitor.send(visitor.request("/buyer/create").method("PUT", BodyPublishers.noBody())));
        answers.put("foreign form", visitor.post("/buyer/create", "email=x"));
        answers.put("not in that role", buyer.visitor().open("/admin"));
        answers.put("post without session", visitor.post("/account/details", "name=x"));
        answers.put("link that is none", visitor.open("/activate?token=x"));
        answers.put("file that is missing", visitor.open("/jakarta.faces.resource/none.css.xhtml"));
        for (String file : List.of("/favicon.svg", "/robots.txt", "/sw.js")) {
            answers.put("file " + file, visitor.open(file));
        }
        resources(create).forEach(resource -> answers.put("file " + resource, visitor.open(resource)));
        return answers;
    }

    private static List<String> resources(Page page) {
        List<String> found = new ArrayList<>();
        RESOURCE.matcher(page.body()).results().forEach(match -> found.add(Page.unescaped(match.group(1))));
        assertThat(found).as("resources of %s", page).hasSizeGreaterThanOrEqualTo(3);
        return found;
    }

    private static String nonce(Page page) {
        return page.header("Content-Security-Policy").orElseThrow().replaceAll(".*'nonce-([^']+)'.*", "$1");
    }

    private static String directive(String policy, String name) {
        return List.of(policy.split("; ")).stream().filter(directive -> directive.startsWith(name + " ")).findFirst().orElse("");
    }
}
