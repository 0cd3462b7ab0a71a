package org.enrol.browser.pages;

/** {@code /sign-in}. */
public final class SignInPage extends EnrolPage {

    SignInPage(Person person) {
        super(person, "/sign-in");
    }

    public static SignInPage open(Person person) {
        return new SignInPage(at(person, "/sign-in"));
    }

    /** Asks for a page that needs somebody signed in, and is led here. */
    public static SignInPage insteadOf(Person person, String path) {
        return new SignInPage(at(person, path));
    }

    /** Leads to whatever page the person wanted, or to the own area. */
    public void submit(String email, String password) {
        fill(email, password);
        person.press("#submit");
    }

    public SignInPage submitRefused(String email, String password) {
        fill(email, password);
        page().waitForResponse(answer -> answer.status() >= 400, () -> person.press("#submit"));
        return new SignInPage(person);
    }

    private void fill(String email, String password) {
        person.type("#email", email);
        person.type("#password", password);
    }
}
