package org.enrol.browser.pages;

/** {@code /forgotten-password}, {@code /reset-password} and {@code /account/password}: three ways to a new password. */
public final class PasswordPages {

    private final Person person;

    public PasswordPages(Person person) {
        this.person = person;
    }

    /** Asks for the mail. */
    public void forget(String email) {
        person.page().navigate("/forgotten-password");
        person.type("#email", email);
        person.press("#submit");
        person.page().waitForURL("**/forgotten-password?sent=true");
    }

    /** @param link as it stands in the mail */
    public SignInPage reset(String link, String password) {
        person.page().navigate(link);
        person.type("#password", password);
        person.press("#submit");
        return new SignInPage(person);
    }

    public AccountPage change(String current, String password) {
        person.page().navigate("/account/password");
        person.type("#current", current);
        person.type("#password", password);
        person.press("#submit");
        return new AccountPage(person);
    }
}
