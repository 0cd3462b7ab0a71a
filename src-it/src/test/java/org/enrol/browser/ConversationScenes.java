package org.enrol.browser;

import static org.enrol.browser.Scene.administrator;
import static org.enrol.browser.Scene.at;
import static org.enrol.browser.Scene.stranger;

import java.util.List;
import java.util.function.Consumer;
import org.enrol.browser.pages.Person;

/** What applicants and staff say to each other, the files they add, and the reasons that staff give. */
final class ConversationScenes {

    private static final String STATUS = "buyer/access.xhtml";
    private static final String WITHDRAW = "buyer/access/withdraw.xhtml";
    private static final String FILE = "buyer/access/file.xhtml";
    private static final String REQUEST = "admin/request.xhtml";
    private static final String REASONS = "admin/reasons.xhtml";

    private ConversationScenes() {
    }

    static List<Scene> all() {
        return List.of(stranger("access-status", STATUS, Scenes::askForADomain),
                stranger("access-talked", STATUS, after("#message", Circumstances::everythingWasSaid)),
                stranger("access-returned", STATUS, after("#message", Circumstances::aQuestionIsAsked)),
                stranger("access-message-empty", STATUS, pressed("#submit")),
                stranger("access-rejected", STATUS, after("main", Circumstances::theAnswerIsNo)),
                stranger("access-withdraw", WITHDRAW, follows("withdraw")),
                stranger("access-withdrawn", STATUS, follows("withdraw").andThen(press("#submit"))),
                stranger("access-file", FILE, follows("file")),
                stranger("access-file-empty", FILE, follows("file").andThen(press("#submit"))),
                administrator("request-talked", REQUEST, ConversationScenes::opensTheTalkedOver),
                administrator("request-message-empty", REQUEST, person -> {
                    opensTheTalkedOver(person);
                    press("#say-send").accept(person);
                }),
                administrator("request-preview", REQUEST, person -> {
                    opensTheTalkedOver(person);
                    person.type("#comment", "Nobody needs it any more.");
                    person.page().locator(".enrol-preview summary").click();
                    press("#preview").accept(person);
                }),
                administrator("request-file", "admin/request/file.xhtml", person -> {
                    opensTheTalkedOver(person);
                    person.press("section[aria-labelledby=attachments] p > a");
                    person.page().waitForURL("**/admin/request/file?id=*");
                }),
                administrator("reasons", REASONS, at("/admin/reasons")),
                administrator("reasons-empty", REASONS, at("/admin/reasons", "#save")),
                administrator("reasons-change", REASONS, at("/admin/reasons?id=1")),
                administrator("reasons-saved", REASONS, at("/admin/reasons?saved=true")));
    }

    private static Consumer<Person> after(String shown, Consumer<String> circumstance) {
        return person -> {
            circumstance.accept(Scenes.askForADomain(person));
            person.page().reload();
            person.page().locator(shown).waitFor();
        };
    }

    private static Consumer<Person> pressed(String control) {
        return person -> {
            Scenes.askForADomain(person);
            press(control).accept(person);
        };
    }

    private static Consumer<Person> press(String control) {
        return person -> {
            person.page().waitForResponse(answer -> answer.request().isNavigationRequest(), () -> person.press(control));
            person.page().waitForLoadState();
        };
    }

    private static Consumer<Person> follows(String page) {
        return person -> {
            Scenes.askForADomain(person);
            person.press("main a[href*='/buyer/access/" + page + "']");
            person.page().waitForURL("**/buyer/access/" + page + "?token=*");
        };
    }

    private static void opensTheTalkedOver(Person person) {
        Circumstances.aDomainIsAskedFor();
        Circumstances.everythingWasSaid("tour.example");
        Scenes.openRequest(person);
    }
}
