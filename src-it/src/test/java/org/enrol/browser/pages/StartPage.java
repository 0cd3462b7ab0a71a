package org.enrol.browser.pages;

/** {@code /}: three ways to register, and sign in. */
public final class StartPage extends EnrolPage {

    private StartPage(Person person) {
        super(person, "/");
    }

    public static StartPage open(Person person) {
        return new StartPage(at(person, "/"));
    }

    public CreateBuyerPage beBuyer() {
        person.press("a[href='/buyer/create']");
        return new CreateBuyerPage(person);
    }

    public SignInPage signIn() {
        person.press("main a[href='/sign-in']");
        return new SignInPage(person);
    }
}
