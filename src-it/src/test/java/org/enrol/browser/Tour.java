package org.enrol.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.enrol.browser.pages.ActivatePage;
import org.enrol.browser.pages.Hand;
import org.enrol.browser.pages.Person;
import org.enrol.surroundings.Surroundings;

/**
 * One walk through all scenes in all languages: made once, looked at by several tests. English and Arabic stand for the two directions
 * and are examined in light and dark, at 320 and 1280 pixels. {@code -Denrol.it.pictures=true} keeps what was seen in
 * {@code target/screenshots/tour}.
 */
final class Tour {

    static final List<String> LANGUAGES = List.of("en", "ar", "cy", "fr");
    private static final Path PICTURES = Path.of("target", "screenshots", "tour");
    private static final boolean PICTURES_WANTED = Boolean.getBoolean("enrol.it.pictures");
    private static final int NARROW = 320;
    private static final int WIDE = 1280;
    private static final int HIGH = 800;
    /** Milliseconds; a page that needs longer is broken. */
    private static final double PATIENCE = 15_000;
    private static List<Sight> sights;
    private static IllegalStateException broken;

    private final Map<Scene.Who, Person> people = new EnumMap<>(Scene.Who.class);
    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();

    private Tour() {
    }

    /** What was seen, in the order of the languages and the scenes. */
    static synchronized List<Sight> sights() {
        if (broken != null) {
            throw broken;
        }
        if (sights == null) {
            try {
                sights = new Tour().walk();
            } catch (IllegalStateException e) {
                // Once is enough: a walk that breaks off takes minutes, too.
                broken = e;
                throw e;
            }
        }
        return sights;
    }

    private List<Sight> walk() {
        List<Sight> seen = new ArrayList<>();
        try {
            Circumstances.manyDomainsAreApproved();
            List<Scene> scenes = Scenes.all(Props.make(this::newcomer));
            people.put(Scene.Who.STRANGER, newcomer());
            people.put(Scene.Who.BUYER, newcomer());
            people.put(Scene.Who.ADMINISTRATOR, newcomer());
            Account.buyer(people.get(Scene.Who.BUYER));
            becomeAdministrator(people.get(Scene.Who.ADMINISTRATOR));
            LANGUAGES.forEach(language -> {
                speak(language);
                seen.addAll(look(scenes, language));
            });
        } finally {
            contexts.forEach(BrowserContext::close);
        }
        return List.copyOf(seen);
    }

    /** All scenes that cannot be reached are named together: each try takes minutes. */
    private List<Sight> look(List<Scene> scenes, String language) {
        List<Sight> seen = new ArrayList<>();
        IllegalStateException lost = new IllegalStateException("Scenes in " + language + " that could not be reached: see what is suppressed");
        for (Scene scene : scenes) {
            try {
                seen.add(look(scene, language));
            } catch (IllegalStateException e) {
                lost.addSuppressed(e);
            }
        }
        if (lost.getSuppressed().length > 0) {
            throw lost;
        }
        return seen;
    }

    private Sight look(Scene scene, String language) {
        Person person = people.get(scene.who());
        Page page = person.page();
        complaints.clear();
        page.setViewportSize(WIDE, HIGH);
        try {
            scene.reach().accept(person);
            return look(scene, language, page);
        } catch (RuntimeException e) {
            throw new IllegalStateException("Scene " + scene.name() + " (" + language + ") at " + page.url(), e);
        } finally {
            page.context().setOffline(false);
        }
    }

    private Sight look(Scene scene, String language, Page page) {
        List<String> violations = new ArrayList<>();
        boolean english = language.equals("en");
        if (english || language.equals("ar")) {
            violations.addAll(Accessibility.violations(page));
        }
        picture(page, scene.name() + "-" + language);
        if (english) {
            light(page, false);
            picture(page, scene.name() + "-dark");
            page.setViewportSize(NARROW, HIGH);
            violations.addAll(Accessibility.violationsOfLooks(page));
            light(page, true);
            picture(page, scene.name() + "-320");
        } else if (language.equals("ar")) {
            light(page, false);
            violations.addAll(Accessibility.violationsOfLooks(page));
            light(page, true);
            page.setViewportSize(NARROW, HIGH);
            violations.addAll(Accessibility.violationsOfLooks(page));
        }
        page.setViewportSize(NARROW, HIGH);
        return Sight.of(scene, language, page, violations, complaints);
    }

    private static void light(Page page, boolean light) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(light ? ColorScheme.LIGHT : ColorScheme.DARK));
    }

    private static void picture(Page page, String name) {
        if (PICTURES_WANTED) {
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
        }
    }

    private Person newcomer() {
        BrowserContext context = Chromium.running().newContext(new Browser.NewContextOptions().setBaseURL(Surroundings.url())
                .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE);
        contexts.add(context);
        Page page = context.newPage();
        Complaints.collect(page, complaints);
        return new Person(page, Hand.MOUSE);
    }

    private void speak(String language) {
        Cookie cookie = new Cookie("lang", language).setUrl(Surroundings.url());
        people.values().forEach(person -> person.page().context().addCookies(List.of(cookie)));
    }

    private static void becomeAdministrator(Person person) {
        Account account = Account.unknown();
        Circumstances.staffIsInvited(account.email(), "ADMINISTRATOR");
        ActivatePage.follow(person, account.letterbox().link()).answer(account.name(), account.password()).createStaff();
        Circumstances.personAlsoIs(account.email(), "STAFF_MANAGER");
    }
}
