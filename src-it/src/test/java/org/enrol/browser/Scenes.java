package org.enrol.browser;

import static org.enrol.browser.Scene.administrator;
import static org.enrol.browser.Scene.at;
import static org.enrol.browser.Scene.buyer;
import static org.enrol.browser.Scene.stranger;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.enrol.browser.pages.CreateBuyerPage;
import org.enrol.browser.pages.Person;
import org.enrol.browser.pages.SignInPage;

/** Every page in every state. */
final class Scenes {

    private static final String ERROR = "WEB-INF/errors/error.xhtml";
    private static final String AUDIT = "admin/audit.xhtml";
    private static final String MEMBER = "admin/staff-member.xhtml";
    private static final String ORDER = "admin/bulk-order.xhtml";
    private static final String JOB = "admin/bulk-job.xhtml";
    private static final List<Integer> STATUS = List.of(400, 403, 404, 405, 409, 410, 413, 429, 500, 503);

    private Scenes() {
    }

    static List<Scene> all(Props props) {
        return Stream.of(fixed(), buying(), access(), activating(props), passwords(props), account(), administration(), domains(), problems(), ConversationScenes.all())
                .flatMap(List::stream).toList();
    }

    private static List<Scene> fixed() {
        return List.of(stranger("start", "index.xhtml", at("/")), buyer("start-signed-in", "index.xhtml", at("/")),
                stranger("help", "help.xhtml", at("/help")), stranger("accessibility", "accessibility.xhtml", at("/accessibility")),
                stranger("privacy", "privacy.xhtml", at("/privacy")), stranger("cookies", "cookies.xhtml", at("/cookies")),
                stranger("terms", "terms.xhtml", at("/terms")), stranger("offline", "offline.xhtml", at("/offline")));
    }

    private static List<Scene> buying() {
        String create = "buyer/create.xhtml";
        String check = "buyer/check-email.xhtml";
        return List.of(stranger("create", create, at("/buyer/create")),
                stranger("create-empty", create, at("/buyer/create", "#submit")),
                stranger("create-format", create, typing("/buyer/create", "#email", "jo.example.com")),
                stranger("create-personal", create, typing("/buyer/create", "#email", "jo@gmail.com")),
                stranger("create-unknown-domain", create, typing("/buyer/create", "#email", "jo@bakery.example")),
                stranger("create-too-often", create, Scenes::tooOften),
                stranger("create-offline", create, Scenes::offline),
                stranger("check-email-nobody", check, person -> {
                    forgetVisitor(person);
                    at("/buyer/check-email").accept(person);
                }),
                stranger("check-email", check, Scenes::submit),
                stranger("check-email-again", check, person -> {
                    submit(person);
                    at("/buyer/check-email", "#submit").accept(person);
                }),
                stranger("check-email-registry-silent", check, person -> {
                    Circumstances.registryIsSilent(submit(person).email());
                    person.page().reload();
                }));
    }

    private static List<Scene> activating(Props props) {
        String view = "activate.xhtml";
        return List.of(stranger("activate", view, at(props.open())),
                stranger("activate-empty", view, at(props.open(), "#submit")),
                stranger("activate-staff", view, at(props.staff())),
                stranger("activate-staff-empty", view, at(props.staff(), "#submit")),
                stranger("activate-expired", view, at(props.expired())),
                stranger("activate-superseded", view, at(props.superseded())),
                stranger("activate-sent", view, at("/activate?sent=true")),
                stranger("activate-used", view, at(props.used())),
                stranger("activate-registered", view, at(props.registered())),
                stranger("activate-deactivated", view, at(props.deactivated())),
                stranger("activate-invalid", view, at("/activate?token=x")),
                buyer("activate-signed-in", view, at(props.open())));
    }

    private static List<Scene> passwords(Props props) {
        String signIn = "sign-in.xhtml";
        String reset = "reset-password.xhtml";
        return List.of(stranger("sign-in", signIn, at("/sign-in")), stranger("sign-in-empty", signIn, at("/sign-in", "#submit")),
                stranger("sign-in-wrong", signIn, person -> SignInPage.open(person).submitRefused(Account.unknown().email(), "wrong")),
                stranger("sign-in-needed", signIn, at("/account")),
                stranger("sign-in-ended", signIn, at("/sign-in?next=/account&ended=true")),
                stranger("sign-in-reset", signIn, at("/sign-in?reset=true")),
                stranger("forgotten", "forgotten-password.xhtml", at("/forgotten-password")),
                stranger("forgotten-empty", "forgotten-password.xhtml", at("/forgotten-password", "#submit")),
                stranger("forgotten-sent", "forgotten-password.xhtml", at("/forgotten-password?sent=true")),
                stranger("reset", reset, at(props.reset())), stranger("reset-empty", reset, at(props.reset(), "#submit")),
                stranger("reset-short", reset, typing(props.reset(), "#password", "short")),
                stranger("reset-used", reset, at(props.resetUsed())),
                stranger("reset-invalid", reset, at("/reset-password?token=x")));
    }

    private static List<Scene> account() {
        String details = "account/details.xhtml";
        String password = "account/password.xhtml";
        return List.of(buyer("buyer", "buyer.xhtml", at("/buyer")), buyer("home", "home.xhtml", at("/home")),
                buyer("account", "account.xhtml", at("/account")),
                buyer("account-saved", "account.xhtml", at("/account?saved=details")),
                buyer("account-password-changed", "account.xhtml", at("/account?saved=password")),
                buyer("details", details, at("/account/details")),
                buyer("details-refused", details, typing("/account/details", "#phone", "call me")),
                buyer("password", password, at("/account/password")),
                buyer("password-empty", password, at("/account/password", "#submit")),
                buyer("browsers", "account/browsers.xhtml", at("/account/browsers")),
                buyer("browsers-ended", "account/browsers.xhtml", at("/account/browsers?ended=true")),
                buyer("sign-out", "sign-out.xhtml", at("/sign-out")),
                stranger("sign-out-done", "sign-out.xhtml", at("/sign-out?done=true")));
    }

    private static List<Scene> administration() {
        String domains = "admin/domains.xhtml";
        return List.of(administrator("office", "admin.xhtml", at("/admin")),
                administrator("keyboard", "admin/keyboard.xhtml", at("/admin/keyboard")),
                administrator("keyboard-help", "admin.xhtml", Scenes::askForKeys),
                administrator("domains", domains, at("/admin/domains")),
                administrator("domains-found", domains, at("/admin/domains?part=museum")),
                administrator("domains-none", domains, at("/admin/domains?part=nowhere")),
                administrator("staff", "admin/staff.xhtml", at("/admin/staff")),
                administrator("staff-empty", "admin/staff.xhtml", at("/admin/staff", "#submit")),
                administrator("staff-invited", "admin/staff.xhtml", at("/admin/staff?done=invited")),
                administrator("staff-asked", "admin/staff.xhtml", person -> {
                    Circumstances.aRoleIsAskedFor();
                    at("/admin/staff").accept(person);
                }),
                administrator("staff-member", MEMBER, at("/admin/staff-member?id=" + Circumstances.memberOfStaff("Aaron Active", true))),
                administrator("staff-member-unexplained", MEMBER, at("/admin/staff-member?id=" + Circumstances.memberOfStaff("Aaron Active", true), "#suspend")),
                administrator("staff-member-suspended", MEMBER, at("/admin/staff-member?id=" + Circumstances.memberOfStaff("Zoe Suspended", false))),
                administrator("messages", "admin/messages.xhtml", at("/admin/messages")),
                administrator("messages-none", "admin/messages.xhtml", at("/admin/messages?state=REFUSED&address=nobody@enrol.example")),
                administrator("message", "admin/message.xhtml", at("/admin/message?id=" + Circumstances.aMailWasGivenUp())),
                administrator("bulk", "admin/bulk.xhtml", person -> {
                    Circumstances.job("PREPARED");
                    at("/admin/bulk").accept(person);
                }),
                administrator("bulk-order", ORDER, at("/admin/bulk-order?all=true&filter=list%3DALL")),
                administrator("bulk-order-nobody", ORDER, at("/admin/bulk-order?all=true&filter=list%3DALL", "#submit")),
                administrator("bulk-prepared", JOB, at("/admin/bulk-job?id=" + Circumstances.job("PREPARED"))),
                administrator("bulk-waiting", JOB, at("/admin/bulk-job?id=" + Circumstances.job("WAITING"))),
                administrator("bulk-stopped", JOB, at("/admin/bulk-job?id=" + Circumstances.job("STOPPED"))),
                administrator("requests", "admin/requests.xhtml", at("/admin/requests")),
                administrator("requests-none", "admin/requests.xhtml", at("/admin/requests?list=OVERDUE&part=nowhere")),
                administrator("requests-filtered", "admin/requests.xhtml", person -> {
                    Circumstances.aDomainIsAskedFor();
                    at("/admin/requests?list=ALL&type=EMAIL_DOMAIN&status=AWAITING_PICKUP&status=RETURNED&days=2&part=tour&sort=DUE").accept(person);
                }),
                administrator("requests-short", "admin/requests.xhtml", at("/admin/requests?list=ALL&part=ab")),
                administrator("filters", "admin/filters.xhtml", at("/admin/filters?work=list%3DALL%26part%3Dtour")),
                administrator("filters-empty", "admin/filters.xhtml", at("/admin/filters?work=list%3DALL%26part%3Dtour", "#submit")),
                administrator("filters-kept", "admin/filters.xhtml", person -> {
                    typing("/admin/filters?work=list%3DALL%26part%3Dtour", "#filterName", "Tours").accept(person);
                    at("/admin/filters?work=list%3DMINE").accept(person);
                }),
                administrator("request", "admin/request.xhtml", Scenes::openRequest),
                administrator("request-meanwhile", "admin/request.xhtml", person -> {
                    openRequest(person);
                    Circumstances.somebodyElseReopensIt();
                    Page page = person.page();
                    page.waitForResponse("**/admin/request", () -> person.press("#take"));
                    page.waitForLoadState();
                }),
                administrator("request-unexplained", "admin/request.xhtml", person -> {
                    openRequest(person);
                    Page page = person.page();
                    page.waitForResponse("**/admin/request", () -> person.press("input.govuk-button--warning"));
                    page.waitForLoadState();
                }),
                administrator("calendar", "admin/calendar.xhtml", at("/admin/calendar?year=2026")),
                administrator("calendar-other", "admin/calendar.xhtml", at("/admin/calendar?region=scotland&year=2027")),
                administrator("calendar-empty", "admin/calendar.xhtml", at("/admin/calendar", "#submit")),
                administrator("record", "admin/request/record.xhtml", Scenes::openRecord),
                administrator("audit", AUDIT, at("/admin/audit")),
                administrator("audit-none", AUDIT, at("/admin/audit?actor=account:0")),
                administrator("audit-personal", AUDIT, at("/admin/audit?personal=true")),
                administrator("audit-checked", AUDIT, Scenes::checkTheTrail),
                administrator("audit-erase-nobody", AUDIT, at("/admin/audit", "#eraseAccount")),
                administrator("audit-erased", AUDIT, at("/admin/audit?erased=12")),
                administrator("admin-expired", "WEB-INF/errors/expired.xhtml", Scenes::turnOverTooLate));
    }

    private static List<Scene> domains() {
        String add = "admin/domain/add.xhtml";
        String remove = "admin/domain/remove.xhtml";
        return List.of(administrator("domains-newest", "admin/domains.xhtml", at("/admin/domains?order=NEWEST")),
                administrator("domain", "admin/domain.xhtml", at("/admin/domain?name=town-10.example")),
                administrator("domain-add", add, at("/admin/domain/add")),
                administrator("domain-add-empty", add, at("/admin/domain/add", "#submit")),
                administrator("domain-add-suffix", add, typing("/admin/domain/add", "#domain", "co.uk")),
                administrator("domain-proposal", "admin/domain/proposal.xhtml", Scenes::openProposal),
                administrator("domain-choice", "admin/domain/choice.xhtml", person -> {
                    openRequest(person);
                    person.page().navigate(person.page().url().replaceAll(".*/admin/request\\?(id=\\d+).*", "/admin/domain/choice?$1"));
                }),
                administrator("domain-remove", remove, at("/admin/domain/remove?name=town-10.example")),
                administrator("domain-remove-unexplained", remove, at("/admin/domain/remove?name=town-10.example", "#submit")));
    }

    private static void openProposal(Person person) {
        Circumstances.aDomainIsProposed();
        Page page = person.page();
        page.navigate("/admin/domains");
        person.press("a[href^='/admin/domain/proposal']");
        page.waitForURL("**/admin/domain/proposal?id=*");
    }

    private static List<Scene> access() {
        String ask = "buyer/request-access.xhtml";
        return List.of(stranger("access", ask, at("/buyer/request-access")),
                stranger("access-empty", ask, at("/buyer/request-access", "#submit")),
                stranger("access-sent", ask, at("/buyer/request-access?sent=true")));
    }

    private static List<Scene> problems() {
        Stream<Scene> status = STATUS.stream().map(code -> stranger("error-" + code, ERROR, at("/status/" + code)));
        return Stream.concat(status, Stream.of(stranger("error-not-found", ERROR, at("/nowhere")),
                buyer("error-role", ERROR, at("/admin")),
                stranger("error-foreign-form", ERROR, Scenes::withoutCookies),
                stranger("problem", "WEB-INF/pages/problem.xhtml", at("/problems/link-expired")),
                stranger("problem-any", "WEB-INF/pages/problem.xhtml", at("/problems/email-format")))).toList();
    }

    private static Consumer<Person> typing(String address, String field, String text) {
        return person -> {
            person.page().navigate(address);
            person.type(field, text);
            person.page().waitForResponse(answer -> answer.request().isNavigationRequest(), () -> person.press("#submit"));
            person.page().waitForLoadState();
        };
    }

    /** @return the domain */
    static String askForADomain(Person person) {
        Account account = Account.atUnknownDomain();
        Page page = person.page();
        page.navigate("/buyer/request-access");
        person.type("#email", account.email());
        person.type("#name", "Jo Reader");
        person.type("#organisation", "Town Library");
        person.type("#job", "Librarian");
        person.type("#reason", "We lend books to everybody.");
        person.press("#submit");
        page.waitForURL("**/buyer/request-access?sent=true");
        page.navigate(account.letterbox().link());
        return account.email().substring(account.email().indexOf('@') + 1);
    }

    static void openRequest(Person person) {
        Circumstances.aDomainIsAskedFor();
        Page page = person.page();
        page.navigate("/admin/requests?list=ALL&part=tour.example");
        person.press(".enrol-table tbody a");
        page.waitForURL("**/admin/request?id=*");
    }

    private static void openRecord(Person person) {
        openRequest(person);
        person.press("a[href^='/admin/request/record']");
        person.page().waitForURL("**/admin/request/record?id=*");
    }

    private static Account submit(Person person) {
        Account account = Account.unknown();
        CreateBuyerPage.open(person).submit(account.email());
        return account;
    }

    private static void tooOften(Person person) {
        submit(person);
        Circumstances.everybodyWasTooOften();
        typing("/buyer/create", "#email", Account.unknown().email()).accept(person);
        Circumstances.timePasses();
    }

    private static void offline(Person person) {
        CreateBuyerPage page = CreateBuyerPage.open(person);
        page.type(Account.unknown().email());
        page.page().context().setOffline(true);
        person.press("#submit");
        page.page().locator("#offline-note").waitFor();
    }

    private static void withoutCookies(Person person) {
        CreateBuyerPage.open(person).type("jo@bakery.example");
        forgetVisitor(person);
        person.page().waitForResponse("**/buyer/create", () -> person.press("#submit"));
        person.page().waitForLoadState();
    }

    private static void forgetVisitor(Person person) {
        person.page().context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("enrol"));
    }

    private static void askForKeys(Person person) {
        at("/admin").accept(person);
        person.press("[data-keys-open]");
        person.page().locator("dialog[open]").waitFor();
    }

    private static void checkTheTrail(Person person) {
        at("/admin/audit", "#verify").accept(person);
        person.page().locator(".govuk-inset-text").waitFor();
    }

    private static void turnOverTooLate(Person person) {
        Page page = person.page();
        page.navigate("/admin/domains");
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("enrol-view"));
        page.waitForResponse("**/admin/domains", () -> person.press(".ui-paginator-next"));
        page.locator(".enrol-reference").waitFor();
    }
}
